package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only MariaDB, MySQL and their clients understand, with every engine. */
public abstract class MariadbDialectContract extends DialectContract {

    private static final String FIRST = "V1__first.sql";

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected MariadbDialectContract(EngineProvider provider) {
        super(provider, new MariadbDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(new MariadbDatabase().kind());
    }

    @Test
    void aDumpOfMariadbDumpRunsAndLeavesItsSettingsToNobody() throws SQLException {
        boolean sequences = product().kind() == DatabaseKind.MARIADB;
        files().put(FIRST, sequences ? dump("mariadb_dump.sql") : forMysql(dump("mariadb_dump.sql")))
                .put("U1__first.sql", """
                        DROP EVENT nightly;
                        DROP FUNCTION twice;
                        DROP PROCEDURE sell;
                        DROP VIEW cheap;
                        DROP TABLE sale, article;
                        """ + (sequences ? "DROP SEQUENCE numbers;\n" : ""))
                .put("V2__next.sql", "CALL sell(2);\nINSERT INTO article (name) VALUES ('naïve 🐘');\n")
                .put("U2__next.sql", "DELETE FROM sale WHERE article = 2;\nDELETE FROM article WHERE id = 3;\n");
        try (MigrationManager manager = open()) {
            for (int i = 0; i < 2; i++) {
                assertThat(labels(manager.upgrade())).containsExactly("1", "2");
                assertThat(database().column("SELECT CONCAT_WS('|', name, price, HEX(body)) FROM article ORDER BY id"))
                        .containsExactly("it's; cheap \\ \n2|9.99|00FF3B27", "größe 🐘|100.00", "naïve 🐘|0.00");
                assertThat(database().column("SELECT CONCAT(article, ' ', twice(n)) FROM sale ORDER BY id"))
                        .containsExactly("1 6", "2 2");
                assertThat(database().column("SELECT name FROM cheap")).hasSize(2);
                if (sequences) {
                    assertThat(database().column("SELECT NEXTVAL(numbers)")).containsExactly("100");
                }
                manager.downgrade(Target.base());
            }
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(manager.check().ok()).isTrue();
        }
    }

    /** Without what MySQL has not: sequences, a mode of the session, and values for columns that are computed. */
    private static String forMysql(String dump) {
        return dump.replaceAll("(?m)^.*`numbers`.*\\n", "")
                .replace("NO_AUTO_CREATE_USER,", "")
                .replace("INTO `sale` VALUES\n(1,1,3,6.00)", "INTO `sale` (`id`, `article`, `n`) VALUES\n(1,1,3)");
    }

    @Test
    void anErrorInALaterResultOfACallIsAFailure() throws SQLException {
        files().put(FIRST, """
                        CREATE TABLE t (id INT PRIMARY KEY);
                        CREATE PROCEDURE p()
                        BEGIN
                          SELECT 1;
                          SELECT 2 AS two, 3 AS three;
                          INSERT INTO t VALUES (1);
                          INSERT INTO t VALUES (1);
                        END;
                        """).put("V2__call.sql", "SELECT 1;\n-- fails late\nCALL p();\nINSERT INTO t VALUES (2);\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error)
                    .hasMessageStartingWith("V2__call.sql:3: statement 2 failed: ")
                    .hasMessageContaining("Duplicate entry '1'");
            assertThat(error.statement().sql()).isEqualTo("CALL p()");
            assertThat(labels(error.completed())).containsExactly("1");
        }
        assertThat(database().column("SELECT id FROM t")).doesNotContain("2");
    }

    @Test
    void aCharacterSetThatTheDriverDoesNotSpeakIsSaidToBeTheReason() {
        files().put(FIRST, "SET NAMES latin1;\nCREATE TABLE a (x INT);\n");
        try (MigrationManager manager = open()) {
            MigrationFailedException error = catchThrowableOfType(MigrationFailedException.class, manager::upgrade);
            assertThat(error.nextStep()).contains("SET NAMES").doesNotContain("answers again");
        }
    }

    @Test
    void rowsThatAStatementForTheSchemaWillCommitAreWarnedOf() {
        files().put(FIRST, "CREATE TABLE a (x INT);\nINSERT INTO a VALUES (1);\n")
                .put("V2__mixed.sql", """
                        UPDATE a SET x = 2;
                        CREATE TEMPORARY TABLE copies AS SELECT x FROM a;
                        INSERT INTO a SELECT x FROM copies;
                        DROP TEMPORARY TABLE copies;

                        ALTER TABLE a ADD COLUMN y INT;
                        DELETE FROM a WHERE x = 2;
                        DROP TABLE a;
                        """);
        String warning = "V2__mixed.sql:6: this statement commits the rows changed before it (line 1), so a failure"
                + " after it leaves them changed; put the rows into a migration of their own";
        try (MigrationManager manager = open()) {
            assertThat(manager.check().warnings()).containsExactly(warning);
            assertThat(manager.plan(Direction.UP, Target.parse("1")).warnings()).isEmpty();
            assertThat(manager.plan(Direction.UP, Target.head()).warnings()).containsExactly(warning);
            assertThat(manager.upgrade().warnings()).containsExactly(warning);
        }
    }

    @Test
    void aComparisonDoesNotReachTheDatabaseByItsName() throws SQLException {
        String name = database().column("SELECT DATABASE()").get(0);
        refusesToTry("CREATE TABLE seen (id INTEGER);\nINSERT " + name + ".seen VALUES (1);\n");
        assertThat(database().column("SELECT id FROM seen")).containsExactly("1");
    }
}
