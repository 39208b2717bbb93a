package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Migrations from a difference, with every engine: made, proven, run, reverted, and nothing left to make. */
public abstract class AutogenerateWorkflowContract extends SchemaWorkflowContract {

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected AutogenerateWorkflowContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    private static AutogenerateRequest dry(AutogenerateRequest it) {
        return new AutogenerateRequest(
                it.description(),
                it.version(),
                it.desired(),
                it.current(),
                it.renames(),
                it.decision(),
                it.allowDrops(),
                it.allowRequired(),
                it.withDown(),
                it.lossyDown(),
                true);
    }

    @Test
    void makesAMigrationThatRunsComesBackAndLeavesNothingToMake() throws SQLException, IOException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            database().execute("INSERT INTO book VALUES (1, 'one', 100)");

            AutogenerateResult told = manager.autogenerate(dry(to(ddl(BOOK, LOAN))));
            assertThat(told.files().orElseThrow().up().path()).doesNotExist();
            assertThat(told.files().orElseThrow().sum()).doesNotExist();

            AutogenerateResult made = manager.autogenerate(to(ddl(BOOK, LOAN)));

            assertThat(lines(made.changes())).containsExactly("added table loan");
            assertThat(told.files().orElseThrow().up().text())
                    .isEqualTo(made.files().orElseThrow().up().text());
            CreateResult created = made.files().orElseThrow();
            assertThat(Files.readString(created.up().path()))
                    .startsWith("-- new model\n")
                    .containsIgnoringCase("loan_by_book");
            assertThat(created.down()).isPresent();
            assertThat(manager.autogenerate(to(ddl(BOOK, LOAN))).files()).isEmpty();
            manager.upgrade();
            assertThat(manager.diff(LIVE, ddl(BOOK, LOAN)).changes()).isEmpty();
            assertThat(manager.drift().changes()).isEmpty();
            manager.downgrade(Target.parse("-1"));
            assertThat(manager.diff(LIVE, ddl(BOOK)).changes()).isEmpty();
            assertThat(manager.drift().changes()).isEmpty();
            assertThat(database().column("SELECT title FROM book")).containsExactly("one");
        }
    }

    @Test
    void bringsBackConstraintsToWhichTheDatabaseGaveTheirNames() throws SQLException {
        String loan = "CREATE TABLE loan (id INTEGER NOT NULL PRIMARY KEY, place INTEGER, width INTEGER, ";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, loan + "CHECK (place > 1), CHECK (width > 2), UNIQUE (place));\n");

            AutogenerateResult made = manager.autogenerate(
                    to(ddl(BOOK, loan + "CHECK (width > 2), CHECK (width < 90), UNIQUE (width));\n")));

            assertThat(made.files().orElseThrow().down()).isPresent();
            manager.upgrade();
            manager.downgrade(Target.parse("-1"));
            assertThat(manager.drift().changes()).isEmpty();
            database().execute("INSERT INTO loan VALUES (1, 2, 3)");
            database().execute("INSERT INTO loan VALUES (2, 3, 100)");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database().execute("INSERT INTO loan VALUES (3, 2, 4)"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database().execute("INSERT INTO loan VALUES (4, 4, 1)"));
        }
    }

    @Test
    void writesNothingWhenNothingDiffers() throws IOException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, LOAN);

            AutogenerateResult made = manager.autogenerate(to(ddl(BOOK, LOAN)));

            assertThat(made.files()).isEmpty();
            assertThat(made.heldBack()).isEmpty();
            try (var left = Files.list(files().path())) {
                assertThat(left).hasSize(2);
            }
        }
    }

    @Test
    void keepsWhatHasRowsUntilDropsAreAllowed() throws SQLException, IOException {
        String smaller = BOOK.replace(", pages INTEGER", "");
        try (MigrationManager manager =
                configure().set(ConfigKey.MODEL, modelFile(smaller)).open()) {
            begin(manager, BOOK, LOAN);
            assertThat(manager.checkModel().same()).isFalse();

            AutogenerateResult made = manager.autogenerate(to(ddl(smaller)));

            assertThat(made.files()).isEmpty();
            assertThat(made.heldBack().stream().map(s -> s.toLowerCase(Locale.ROOT)))
                    .containsExactly("column book.pages", "table loan");
            assertThat(files().path().resolve("pending-drops")).exists();
            SchemaComparison check = manager.checkModel();
            assertThat(check.changes()).isEmpty();
            assertThat(check.heldBack()).hasSize(2);
            assertThat(manager.check().problems()).isEmpty();

            AutogenerateResult dropped = manager.autogenerate(with(to(ddl(smaller)), true, false));

            assertThat(dropped.irreversible()).isPresent();
            assertThat(dropped.files().orElseThrow().down()).isEmpty();
            assertThat(files().path().resolve("pending-drops")).doesNotExist();
            manager.upgrade();
            assertThat(database().tables()).doesNotContain("loan");
            assertThat(manager.checkModel().changes()).isEmpty();
        }
    }

    private String modelFile(String sql) throws IOException {
        return Files.writeString(folder().resolve("model.sql"), sql).toString();
    }

    @Test
    void asksAboutRenamesAndKeepsTheRowsOfWhatWasRenamed() throws SQLException {
        String renamed = BOOK.replace("book", "volume").replace("title", "name");
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            database().execute("INSERT INTO book VALUES (1, 'one', 100)");

            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.autogenerate(to(ddl(renamed))))
                    .satisfies(e -> assertThat(e.argument()).isEqualTo("rename"));

            AutogenerateResult made = manager.autogenerate(with(
                    to(ddl(renamed)),
                    false,
                    false,
                    new Rename("book", Optional.empty(), "volume"),
                    new Rename("book", Optional.of("title"), "name")));

            assertThat(made.files()).isPresent();
            assertThat(made.heldBack()).isEmpty();
            manager.upgrade();
            assertThat(database().column("SELECT name FROM volume")).containsExactly("one");
            assertThat(manager.diff(LIVE, ddl(renamed)).changes()).isEmpty();
            manager.downgrade(Target.parse("-1"));
            assertThat(database().column("SELECT title FROM book")).containsExactly("one");
        }
    }

    @Test
    void aRenameIsUndoneWithTheRestOfAScriptThatRowsDoNotFit() throws SQLException {
        SchemaSource stricter = ddl(
                BOOK.replace("book", "volume")
                        .replace("title VARCHAR(80) NOT NULL", "title VARCHAR(80)")
                        .replace("pages INTEGER", "pages INTEGER NOT NULL"),
                LOAN.replace("REFERENCES book", "REFERENCES volume"));
        boolean undone = Dialect.of(product().kind()).transactionalDdl();
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, LOAN);
            Rename rename = new Rename("book", Optional.empty(), "volume");
            AutogenerateResult made = manager.autogenerate(with(to(stricter), false, false, rename));
            database().execute("INSERT INTO book VALUES (1, 'one', " + (undone ? "NULL" : "100") + ")");
            database().execute("INSERT INTO loan VALUES (1, 1)");
            if (undone) {
                assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(manager::upgrade);
                assertThat(manager.diff(LIVE, ddl(BOOK, LOAN)).changes()).isEmpty();
                database().execute("UPDATE book SET pages = 100");
            }
            resume(manager, made);
            manager.upgrade();
            if (undone) {
                database().execute("UPDATE volume SET title = NULL");
                assertThatExceptionOfType(MigrationFailedException.class)
                        .isThrownBy(() -> manager.downgrade(Target.parse("1")));
                assertThat(manager.diff(LIVE, stricter).changes()).isEmpty();
                database().execute("UPDATE volume SET title = 'two'");
            }
            resume(manager, made);
            manager.downgrade(Target.parse("1"));
            assertThat(database().column("SELECT pages FROM book")).containsExactly("100");
            assertThat(database().column("SELECT book FROM loan")).containsExactly("1");
        }
    }

    @Test
    void aForeignKeyThatRowsDoNotSatisfyIsNotMadeWhereAllOfAScriptCanBeUndone() throws SQLException {
        if (!Dialect.of(product().kind()).transactionalDdl()) {
            return;
        }
        String loose = LOAN.replaceAll("(?m)NOT NULL,\\s+CONSTRAINT.*$", "NOT NULL");
        String longer = BOOK.replace("80", "90");
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, loose);
            database().execute("INSERT INTO loan VALUES (1, 99)");
            AutogenerateResult made = manager.autogenerate(to(ddl(longer, LOAN)));

            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(manager::upgrade);

            assertThat(manager.diff(LIVE, ddl(BOOK, loose)).changes()).isEmpty();
            assertThat(database().column("SELECT book FROM loan")).containsExactly("99");
            database().execute("INSERT INTO book VALUES (99, 'one', 100)");
            resume(manager, made);
            manager.upgrade();
            assertThat(manager.diff(LIVE, ddl(longer, LOAN)).changes()).isEmpty();
        }
    }

    /** What brings a transaction of its own has begun before it: SQLite sets foreign keys outside of one only. */
    private void resume(MigrationManager manager, AutogenerateResult made) {
        if (product().kind() == DatabaseKind.SQLITE) {
            Path script = made.files().orElseThrow().up().path();
            manager.repair(new RepairAction.Resume(script.getFileName().toString()));
        }
    }

    @Test
    void fillsANewTableAsTheModelDoesAndNamesWhatElseOfItChangesRows() throws SQLException {
        String model = """
                CREATE TABLE plain (id INTEGER NOT NULL PRIMARY KEY);
                INSERT INTO plain VALUES (1);
                CREATE TABLE grün (id INTEGER NOT NULL PRIMARY KEY);
                INSERT INTO grün VALUES (2);
                UPDATE plain SET id = 3 WHERE id = 1;
                """;
        try (MigrationManager manager = open()) {
            AutogenerateResult made = manager.autogenerate(to(ddl(model)));
            manager.upgrade();

            assertThat(database().column("SELECT id FROM plain")).containsExactly("1");
            assertThat(database().column("SELECT id FROM grün")).containsExactly("2");
            assertThat(made.notes()).singleElement().asString().startsWith("model.sql:5: UPDATE");
            assertThat(manager.autogenerate(to(ddl(model))).notes()).isEmpty();
        }
    }

    @Test
    void refusesWhatWouldBeTakenForAPlaceholderWhenTheMigrationRuns() {
        SchemaSource model = ddl(BOOK.replace("pages INTEGER", "hello VARCHAR(20) DEFAULT 'Hi ${name}'"));
        try (MigrationManager manager =
                configure().set(ConfigKey.PLACEHOLDERS_ENABLED, "true").open()) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.autogenerate(to(model)))
                    .withMessageContaining("${name}")
                    .withMessageContaining("CREATE TABLE");
            assertThat(manager.autogenerate(to(ddl(BOOK))).files()).isPresent();
        }
        try (MigrationManager manager = open()) {
            assertThat(manager.autogenerate(to(model)).files()).isPresent();
        }
    }

    /** Of a file the line ends do not count, whatever they are in. */
    @Test
    void aCarriageReturnInAStringIsKeptAndOneInABodyIsNoDifference() throws SQLException {
        String string = switch (product().kind()) {
            case POSTGRESQL -> "E'a\\\\\\r\\nb'";
            case MARIADB, MYSQL -> "'a\\r\\nb'";
            case H2 -> "U&'a\\000d\\000ab'";
            case SQLITE -> "(char(13))";
        };
        String body = product().kind() == DatabaseKind.POSTGRESQL
                ? "CREATE FUNCTION two() RETURNS integer LANGUAGE sql AS E'SELECT 1\\r\\n + 1';\n"
                : "";
        SchemaSource model = ddl(BOOK.replace("pages INTEGER", "hello VARCHAR(20) DEFAULT " + string), body);
        try (MigrationManager manager = open()) {
            assertThat(manager.autogenerate(to(model)).files()).isPresent();
            manager.upgrade();
            AutogenerateResult again = manager.autogenerate(dry(to(model)));
            assertThat(again.changes()).isEmpty();
            database().execute("INSERT INTO book (id, title) VALUES (1, 'x')");
            assertThat(database().column("SELECT hello FROM book").get(0)).contains("\r");
        }
    }

    @Test
    void refusesANewColumnThatNeedsAValueUnlessTablesAreKnownToBeEmpty() {
        String wider = BOOK.replace("pages INTEGER", "pages INTEGER, isbn VARCHAR(20) NOT NULL");
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);

            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.autogenerate(to(ddl(wider))))
                    .satisfies(e -> assertThat(e.nextStep())
                            .contains("1. ", "2. ", "3. ", "--allow-required")
                            .doesNotContain("4. "));
            if (product().kind() != DatabaseKind.SQLITE) {
                assertThat(manager.autogenerate(with(to(ddl(wider)), false, true))
                                .files())
                        .isPresent();
            }
        }
    }

    @Test
    void namesTheRenameThatMakesANewRequiredColumnNeedNoValue() throws SQLException {
        String renamed = BOOK.replace("pages INTEGER", "sheets BIGINT NOT NULL");
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            database().execute("INSERT INTO book VALUES (1, 'one', 100)");

            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.autogenerate(to(ddl(renamed))))
                    .satisfies(e -> assertThat(e.nextStep())
                            .containsIgnoringCase("\n4. ")
                            .containsIgnoringCase("--rename book.pages:sheets"));

            Rename rename = new Rename("book", Optional.of("pages"), "sheets");
            assertThat(manager.autogenerate(with(to(ddl(renamed)), false, false, rename))
                            .files())
                    .isPresent();
            manager.upgrade();
            assertThat(database().column("SELECT sheets FROM book")).containsExactly("100");
        }
    }

    @Test
    void renamesWhatAViewReadsThereAndBack() throws SQLException {
        String view = "CREATE VIEW titles AS SELECT title FROM book;\n";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, view);
            files().put("U1__begin.sql", "DROP VIEW titles;\nDROP TABLE book;\n");
            database().execute("INSERT INTO book VALUES (1, 'one', 100)");

            AutogenerateResult made = manager.autogenerate(with(
                    to(ddl(BOOK.replace("title", "name"), view.replace("SELECT title", "SELECT name"))),
                    true,
                    false,
                    new Rename("book", Optional.of("title"), "name")));

            assertThat(made.files().orElseThrow().down()).isPresent();
            manager.upgrade();
            assertThat(database().column("SELECT name FROM titles")).containsExactly("one");
            manager.downgrade(Target.parse("-1"));
            assertThat(database().column("SELECT title FROM titles")).containsExactly("one");
            assertThat(manager.drift().changes()).isEmpty();
        }
    }
}
