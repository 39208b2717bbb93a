package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.MariadbDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is special about the lock on MariaDB. */
final class MariadbLockTest extends ServerLockContract {

    MariadbLockTest() {
        super(new MariadbDatabase());
    }

    @Override
    String sleep(int seconds) {
        return "SELECT SLEEP(" + seconds + ")";
    }

    @Override
    List<String> killOthers() throws SQLException {
        String holder = lock().holders().get(0).session().orElseThrow();
        return database()
                .column("SELECT CONCAT('KILL ', id) FROM information_schema.processlist WHERE user = '"
                        + database().user() + "' AND id NOT IN (CONNECTION_ID(), " + holder + ")");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void outlivesTheTimeThatTheServerGivesToIdleSessions() throws Exception {
        try (Connection only = database().connection()) {
            execute(only, "SET SESSION wait_timeout = 1");
            try (MigrationLock.Held held =
                    TestLocks.take(TestLocks.of(new OneConnection(product().kind(), only)), Duration.ZERO)) {
                Thread.sleep(2500);
                held.ensureHeld();
            }
            try (Statement statement = only.createStatement();
                    var row = statement.executeQuery("SELECT @@SESSION.wait_timeout")) {
                row.next();
                assertThat(row.getLong(1)).as("given back as it was").isEqualTo(1);
            }
        }
    }

    @Test
    void isTheSameWhetherADatabaseIsInTheUrlOrInTheSettings() throws SQLException {
        String other = database().createSchema();
        ConnectionSource byUrl =
                TestLocks.source(database().url().replaceFirst("/" + database().user() + "(?=\\?|$)", "/" + other));
        ConnectionSource bySetting = TestLocks.source(database().url());
        try (MigrationLock.Held held = TestLocks.take(TestLocks.of(byUrl), Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> TestLocks.take(TestLocks.of(bySetting, inDatabase(other)), Duration.ZERO));
            TestLocks.take(TestLocks.of(bySetting), Duration.ZERO).close();
            held.ensureHeld();
        }
    }

    @Test
    void aScriptThatReleasesAllLocksOfItsSessionDoesNotUncoverTheRun() throws SQLException {
        try (MigrationLock.Held held = take();
                Connection run = database().connection();
                MigrationLock.Cover cover = held.cover(run)) {
            execute(run, "DO RELEASE_ALL_LOCKS()");
            held.ensureHeld();
            assertThat(cover).isNotNull();
            assertThat(MariadbNames.isOwn(
                            run, MariadbNames.of(run, Optional.empty()).run()))
                    .isTrue();
        }
    }

    private static SessionSettings inDatabase(String name) {
        return new SessionSettings(Optional.of(name), Optional.empty(), Duration.ZERO, Optional.empty(), Duration.ZERO);
    }
}
