package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.SchemaChange;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations from a difference, with every engine: made, proven, run, reverted, and nothing left to make. */
public abstract class AutogenerateWorkflowContract extends WorkflowContract {

    private static final String BOOK =
            "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(80) NOT NULL, pages INTEGER);\n";
    private static final String LOAN = """
            CREATE TABLE loan (
                id INTEGER NOT NULL PRIMARY KEY,
                book INTEGER NOT NULL,
                CONSTRAINT loan_book FOREIGN KEY (book) REFERENCES book (id)
            );
            CREATE INDEX loan_by_book ON loan (book);
            """;
    private static final SchemaSource LIVE = new SchemaSource.Live();
    private static final SchemaSource MIGRATIONS = new SchemaSource.Migrations();

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected AutogenerateWorkflowContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @BeforeEach
    final void allowScratchDatabases() throws SQLException {
        database().allowScratchDatabases();
    }

    private static SchemaSource ddl(String... sql) {
        return new SchemaSource.Ddl("model.sql", String.join("", sql));
    }

    private static AutogenerateRequest to(SchemaSource desired) {
        return AutogenerateRequest.of("new model", desired);
    }

    private static AutogenerateRequest with(
            AutogenerateRequest it, boolean drops, boolean required, Rename... renames) {
        return new AutogenerateRequest(
                it.description(),
                it.version(),
                it.desired(),
                it.current(),
                List.of(renames),
                it.decision(),
                drops,
                required,
                it.withDown(),
                it.lossyDown(),
                it.dryRun());
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

    private static List<String> lines(List<SchemaChange> changes) {
        return changes.stream()
                .map(c -> (c.action() + " " + c.kind() + " " + c.name()).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Writes a first migration by hand and applies it. */
    private void begin(MigrationManager manager, String... sql) {
        files().put("V1__begin.sql", String.join("", sql));
        files().put("U1__begin.sql", sql.length > 1 ? "DROP TABLE loan;\nDROP TABLE book;\n" : "DROP TABLE book;\n");
        assertThat(manager.upgrade().changedAnything()).isTrue();
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

    /** What brings a transaction of its own has begun before it: SQLite sets foreign keys outside of one only. */
    private void resume(MigrationManager manager, AutogenerateResult made) {
        if (product().kind() == DatabaseKind.SQLITE) {
            Path script = made.files().orElseThrow().up().path();
            manager.repair(new RepairAction.Resume(script.getFileName().toString()));
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
    void findsWhatSomebodyChangedWithoutAMigration() throws SQLException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            assertThat(manager.drift().changes()).isEmpty();

            database().execute("ALTER TABLE book ADD COLUMN shelf VARCHAR(10)");

            assertThat(lines(manager.drift().changes())).containsExactly("added column book.shelf");
            files().put("V2__loan.sql", LOAN);
            assertThat(lines(manager.drift().changes()))
                    .as("what is pending is no drift")
                    .hasSize(1);
            assertThat(lines(manager.diff(MIGRATIONS, LIVE).changes()))
                    .containsExactlyInAnyOrder("added column book.shelf", "removed table loan");
        }
    }

    @Test
    void whatARepeatableMigrationHasLeftIsNoDriftWhileItIsPending() throws SQLException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            files().put("V2__shelf.sql", "CREATE TABLE shelf (id INTEGER PRIMARY KEY);\n")
                    .put("U2__shelf.sql", "DROP TABLE shelf;\n")
                    .put(
                            "R__titles.sql",
                            "DROP VIEW IF EXISTS titles;\nCREATE VIEW titles AS SELECT title FROM book;\n");
            assertThat(manager.drift().changes()).as("not run yet").isEmpty();
            manager.upgrade();
            assertThat(manager.drift().changes()).isEmpty();

            manager.downgrade(Target.parse("-1"));

            assertThat(manager.drift().changes()).as("pending again, and there").isEmpty();
            database().execute("DROP VIEW titles");
            assertThat(manager.drift().changes()).as("pending again, and gone").isEmpty();
            database().execute("CREATE VIEW titles AS SELECT id FROM book");
            assertThat(lines(manager.drift().changes())).containsExactly("added view titles");
        }
    }

    @Test
    void makesAnInitialMigrationOfADatabaseThatIsThere() throws SQLException {
        database().execute(BOOK.replace(";", ""));
        database().execute("INSERT INTO book VALUES (1, 'one', 100)");
        try (MigrationManager manager = open()) {
            AutogenerateResult made = manager.autogenerate(to(LIVE));
            assertThat(lines(made.changes())).containsExactly("added table book");
            manager.stamp(Target.head());

            assertThat(manager.status().upToDate()).isTrue();
            assertThat(manager.drift().changes()).isEmpty();
            assertThat(database().column("SELECT title FROM book")).containsExactly("one");
        }
    }

    /** The names depend on what the database has had, so those that a fresh one would make up are those of others. */
    @Test
    void dropsTheConstraintThatIsMeantWhereTheDatabaseHasMadeUpTheNames() throws SQLException {
        String table = "CREATE TABLE loan (id INTEGER NOT NULL PRIMARY KEY, place INTEGER, width INTEGER";
        database().execute(BOOK.replace(";", ""));
        database().execute(table + ", CHECK (place > 1), CHECK (width > 2), FOREIGN KEY (place) REFERENCES book (id))");
        if (product().kind() == DatabaseKind.MARIADB) {
            database().execute("ALTER TABLE loan ADD FOREIGN KEY (width) REFERENCES book (id)");
            database().execute("ALTER TABLE loan DROP FOREIGN KEY loan_ibfk_1, DROP CONSTRAINT CONSTRAINT_1");
            database().execute("ALTER TABLE loan ADD FOREIGN KEY (place) REFERENCES book (id), ADD CHECK (place > 1)");
        }
        SchemaSource model = ddl(BOOK, table + ", CHECK (width > 2));\n");
        try (MigrationManager manager = open()) {
            manager.autogenerate(to(LIVE));
            manager.stamp(Target.head());

            manager.autogenerate(with(to(model), true, false));
            manager.upgrade();
            assertThat(manager.diff(LIVE, model).changes()).isEmpty();
            manager.downgrade(Target.parse("-1"));
            assertThat(manager.drift().changes()).isEmpty();
        }
    }

    @Test
    void comparesWithADatabaseThatIsThereAndDropsWhatItCallsSo() throws SQLException {
        String table = "CREATE TABLE loan (id INTEGER NOT NULL PRIMARY KEY, place INTEGER";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            database().execute(table + ", CHECK (place > 1), CHECK (place < 900))");

            AutogenerateRequest request = to(ddl(BOOK, table + ", CHECK (place < 900));\n"));
            AutogenerateResult made = manager.autogenerate(new AutogenerateRequest(
                    request.description(),
                    request.version(),
                    request.desired(),
                    LIVE,
                    request.renames(),
                    request.decision(),
                    true,
                    false,
                    true,
                    false,
                    false));

            assertThat(made.files()).isPresent();
            manager.upgrade();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database().execute("INSERT INTO loan VALUES (1, 901)"));
            database().execute("INSERT INTO loan VALUES (1, 0)");
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

    @Test
    void readsAndComparesWithoutWritingAnything() throws SQLException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, LOAN);
            String before = database().snapshot();

            manager.drift();
            manager.diff(LIVE, ddl(BOOK));
            String sql = manager.inspect(LIVE).statements().stream()
                    .map(SchemaStatement::sql)
                    .collect(Collectors.joining(";\n"));

            assertThat(manager.diff(ddl(sql), LIVE).changes()).isEmpty();
            assertThat(sql.toLowerCase(Locale.ROOT)).doesNotContain("history", "databasechangelog", "journal");
            assertThat(database().snapshot()).isEqualTo(before);
            assertThat(leftovers()).isEmpty();
        }
    }

    private List<String> leftovers() throws SQLException {
        return switch (product().kind()) {
            case POSTGRESQL ->
                database().column("SELECT datname FROM pg_database WHERE datname LIKE 'switchback_scratch_%'");
            case MARIADB, MYSQL ->
                database()
                        .column("SELECT schema_name FROM information_schema.schemata"
                                + " WHERE schema_name LIKE 'switchback_scratch_%'");
            case SQLITE, H2 -> List.of();
        };
    }

    @Test
    void namesFileAndLineOfDdlThatTheDatabaseRefuses() throws IOException {
        Path model = Files.createDirectories(folder().resolve("ddl"));
        Files.writeString(model.resolve("1.sql"), BOOK);
        Files.writeString(model.resolve("2.sql"), "-- a comment\nCREATE TABEL loan (id INTEGER);\n");
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            assertThatExceptionOfType(InvalidMigrationSourceException.class)
                    .isThrownBy(() -> manager.autogenerate(to(SchemaSource.parse("ddl"))))
                    .withMessageContaining(Path.of("ddl", "2.sql") + ":2: ");
        }
    }

    @Test
    void namesTheLineOfDdlInTheWordsOfAnotherKindOfDatabase() throws SQLException {
        boolean mariadb = product().kind() == DatabaseKind.MARIADB || product().kind() == DatabaseKind.MYSQL;
        String foreign = mariadb
                ? "CREATE TABLE book (id INTEGER GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY);\n"
                : "CREATE TABLE `book` (`id` INT NOT NULL AUTO_INCREMENT, PRIMARY KEY (`id`)) ENGINE=InnoDB;\n";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            String before = database().snapshot();

            assertThatExceptionOfType(InvalidMigrationSourceException.class)
                    .isThrownBy(() -> manager.autogenerate(to(ddl("-- of another database\n", foreign))))
                    .withMessageContaining("model.sql:2: ")
                    .satisfies(e -> assertThat(e.nextStep()).contains("has to be DDL of this database"));

            assertThat(database().snapshot()).isEqualTo(before);
            assertThat(leftovers()).isEmpty();
        }
    }

    @Test
    void refusesAModelOfAnotherKindOfDatabaseAndOneThatIsNotThere() {
        String other = product().kind() == DatabaseKind.SQLITE ? "h2:mem:other" : "sqlite:///other.db";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> manager.diff(SchemaSource.parse(other), LIVE));
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> manager.diff(SchemaSource.parse("nothing.sql"), LIVE))
                    .withMessageContaining("'nothing.sql' does not exist");
            assertThatExceptionOfType(ConfigurationException.class).isThrownBy(manager::checkModel);
        }
    }
}
