package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.PostgresqlDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody has a transaction open in which he did something to the table of the history. */
final class LockedHistoryTest {

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "flyway,verify,flyway_schema_history",
        "flyway,upgrade,flyway_schema_history",
        "liquibase,upgrade,databasechangelog"
    })
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isWaitedForOnlySoLong(String engine, String mode, String table) throws Exception {
        Application application = Application.in(dir, engine);
        try (FreshDatabase database = new PostgresqlDatabase().fresh(dir);
                Connection other = database.dataSource().getConnection()) {
            Switchback.Builder at = application.mode(mode).databaseUrl(database.url());
            MigrateOnStartup.run(at.copy().set(ConfigKey.STARTUP_MODE, "upgrade"));
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(at.copy().set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")))
                    .withMessageMatching("(?s).*another session holds a lock on what is needed: session \\d+, "
                            + database.user() + " .*, idle in its transaction, has locked " + table + ", for .*");

            other.rollback();
            assertThat(MigrateOnStartup.run(at).health().up()).isTrue();
        }
    }

    /** Whoever waits to have the table for himself keeps away those who come after him. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isWaitedForOnlySoLongOnMariadbToo() throws Exception {
        Application application = Application.in(dir, "flyway");
        try (FreshDatabase database = new MariadbDatabase().fresh(dir);
                Connection reader = database.dataSource().getConnection();
                Connection waiting = database.dataSource().getConnection()) {
            Switchback.Builder at = application.mode("verify").databaseUrl(database.url());
            MigrateOnStartup.run(at.copy().set(ConfigKey.STARTUP_MODE, "upgrade"));
            reader.setAutoCommit(false);
            reader.createStatement().executeQuery("SELECT * FROM flyway_schema_history");
            long id = number(waiting, "SELECT CONNECTION_ID()");
            CompletableFuture<Void> altered = OwnThread.run(() -> alter(waiting));
            while (number(
                            reader,
                            "SELECT COUNT(*) FROM information_schema.processlist WHERE id = " + id
                                    + " AND state LIKE 'Waiting for%lock'")
                    == 0) {
                Thread.sleep(10);
            }

            assertThatExceptionOfType(DatabaseAccessException.class)
                    .isThrownBy(() -> MigrateOnStartup.run(at.copy().set(ConfigKey.DDL_LOCK_TIMEOUT, "1s")))
                    .withMessageMatching("(?s).*another session holds a lock on what is needed: .*session "
                            + number(reader, "SELECT CONNECTION_ID()") + ", " + database.user()
                            + "@.*, perhaps, for .*");

            reader.rollback();
            altered.join();
            assertThat(MigrateOnStartup.run(at).health().up()).isTrue();
        }
    }

    private static void alter(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE flyway_schema_history COMMENT 'mine'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
