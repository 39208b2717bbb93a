package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.SchemaStatement;
import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Schemas of all sources, with every engine: the database that is there, what changed in it, models that are none. */
public abstract class ComparisonWorkflowContract extends SchemaWorkflowContract {

    private static final SchemaSource MIGRATIONS = new SchemaSource.Migrations();

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected ComparisonWorkflowContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
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
    void whatABaselineMigrationHasTakenThePlaceOfIsNoDrift() throws SQLException, IOException {
        try (MigrationManager manager = open()) {
            begin(manager, BOOK);
            files().put("V2__loan.sql", LOAN);
            manager.upgrade();
            for (String gone : List.of("V1__begin.sql", "U1__begin.sql", "V2__loan.sql")) {
                Files.delete(files().path().resolve(gone));
            }
            files().put("B2__all.sql", BOOK + LOAN).put("V3__shelf.sql", "ALTER TABLE book ADD shelf VARCHAR(10);\n");
            files().put("B3__more.sql", BOOK + LOAN + "ALTER TABLE book ADD shelf VARCHAR(10);\n");

            assertThat(manager.drift().changes()).as("before the next one").isEmpty();
            manager.upgrade();
            assertThat(manager.drift().changes()).as("after it").isEmpty();
            database().execute("ALTER TABLE loan ADD COLUMN place VARCHAR(10)");
            assertThat(lines(manager.drift().changes())).containsExactly("added column loan.place");

            Files.delete(files().path().resolve("B2__all.sql"));
            Files.delete(files().path().resolve("B3__more.sql"));
            files().put("B9__all.sql", BOOK + LOAN);
            assertThatExceptionOfType(HistoryMismatchException.class)
                    .as("what it had is in no file")
                    .isThrownBy(manager::drift);
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

    /** MariaDB gives the number after the highest that is there, H2 one that is free. */
    @Test
    void aMigrationRunsOnceMoreAfterItsWayBackWhereTheDatabaseHasMadeUpTheNames() throws SQLException {
        String loan = "CREATE TABLE loan (id INTEGER NOT NULL PRIMARY KEY, book_id INTEGER NOT NULL, next INTEGER";
        String first = ", FOREIGN KEY (book_id) REFERENCES book (id)";
        String second = ", FOREIGN KEY (next) REFERENCES loan (id)";
        String third = ", CHECK (next > 1)";
        String fourth = ", CHECK (book_id < 900));\n";
        try (MigrationManager manager = open()) {
            begin(manager, BOOK, loan + first + second + third + fourth);
            for (SchemaSource model : List.of(
                    ddl(BOOK, loan + second + fourth),
                    ddl(
                            BOOK.replace("id INTEGER", "id BIGINT"),
                            loan.replace("book_id INTEGER", "book_id BIGINT") + first + second + third + fourth))) {
                manager.autogenerate(with(to(model), true, false));
                manager.upgrade();
                manager.downgrade(Target.parse("-1"));
                assertThat(manager.drift().changes()).isEmpty();

                manager.upgrade();

                assertThat(manager.diff(LIVE, model).changes()).isEmpty();
                manager.downgrade(Target.parse("-1"));
                manager.upgrade();
            }
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
