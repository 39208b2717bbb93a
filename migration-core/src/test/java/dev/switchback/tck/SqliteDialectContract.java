package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only SQLite and its shell understand, with every engine. */
public abstract class SqliteDialectContract extends DialectContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected SqliteDialectContract(EngineProvider provider) {
        super(provider, new SqliteDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.SQLITE);
    }

    @Test
    void aDumpOfTheShellRunsOutsideOfATransactionBecauseItHasItsOwn() throws SQLException {
        String dump = """
                PRAGMA foreign_keys=OFF;
                BEGIN TRANSACTION;
                CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, t TEXT, b BLOB);
                INSERT INTO a VALUES(1,'it''s; one',NULL);
                INSERT INTO a VALUES(2,replace('two\\nlines; größe','\\n',char(10)),X'00ff3b27');
                DELETE FROM sqlite_sequence;
                INSERT INTO sqlite_sequence VALUES('a',7);
                CREATE TRIGGER a_ai AFTER INSERT ON a BEGIN UPDATE a SET t = CASE WHEN new.id > 7 THEN 'new; end;' END WHERE id = new.id; END;
                CREATE VIEW v AS SELECT t FROM a;
                COMMIT;
                """;
        files().put("V1__dump.sql", dump).put("V2__next.sql", "INSERT INTO a (t) VALUES (1);\n");
        try (MigrationManager manager = open()) {
            InvalidMigrationSourceException error =
                    catchThrowableOfType(InvalidMigrationSourceException.class, manager::upgrade);
            assertThat(error.problems())
                    .extracting(problem -> problem.message())
                    .contains("V1__dump.sql:2: BEGIN would end the transaction that the migration runs in");
            assertThat(error.problems())
                    .allSatisfy(problem -> assertThat(problem.nextStep()).contains("-- switchback: transaction=off"));
            assertUntouched();
            files().put("V1__dump.sql", "-- switchback: transaction=off\n" + dump);
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(manager.check().ok()).isTrue();
        }
        assertThat(database().column("SELECT id || ' ' || t || coalesce(hex(b), '') FROM a ORDER BY id"))
                .containsExactly("1 it's; one", "2 two\nlines; größe00FF3B27", "8 new; end;");
    }

    /** The driver lets nothing through that has more than a million bytes, unless told to; SQLite itself does. */
    @Test
    void aStatementMayBeAsLongAsForTheShell() throws SQLException {
        int bytes = 1_500_000;
        files().put(
                        "V1__photo.sql",
                        "CREATE TABLE photo (id INTEGER PRIMARY KEY, image BLOB);\nINSERT INTO photo VALUES (1, X'"
                                + "00".repeat(bytes) + "');\n");
        try (MigrationManager manager = open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1");
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.drift().changes()).isEmpty();
        }
        assertThat(database().column("SELECT length(image) FROM photo")).containsExactly(String.valueOf(bytes));
    }

    @Test
    void aComparisonDoesNotReachAnotherFile() throws SQLException {
        Path other = folder().resolve("other.db");
        refusesToTry("-- switchback: transaction=off\nCREATE TABLE a (id INTEGER);\nATTACH '" + other
                + "' AS other;\nCREATE TABLE IF NOT EXISTS other.log (id INTEGER);\n"
                + "INSERT INTO other.log VALUES (1);\nDETACH other;\n");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + other);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM log")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }
}
