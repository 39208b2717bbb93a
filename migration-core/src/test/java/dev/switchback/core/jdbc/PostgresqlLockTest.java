package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.CountedEngineLock;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about the lock on PostgreSQL. */
final class PostgresqlLockTest extends ServerLockContract {

    PostgresqlLockTest() {
        super(new PostgresqlDatabase());
    }

    @Override
    String sleep(int seconds) {
        return "SELECT pg_sleep(" + seconds + ")";
    }

    @Override
    List<String> killOthers() {
        return List.of("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND pid <> pg_backend_pid() AND application_name = 'switchback'");
    }

    private void forTheRole(String setting) throws SQLException {
        database().execute("ALTER ROLE " + database().user() + " SET " + setting);
    }

    @Test
    void isTheSameWhateverSchemaASessionIsIn() throws SQLException {
        try (MigrationLock.Held held = take()) {
            // "$user" is the first in the search_path: from now on every new session is in another schema than ours
            database().execute("CREATE SCHEMA " + database().user());
            assertThatExceptionOfType(MigrationLockException.class).isThrownBy(() -> take().close());
            forTheRole("search_path = nowhere");
            assertThatExceptionOfType(MigrationLockException.class).isThrownBy(() -> take().close());
            held.ensureHeld();
        }
    }

    @Test
    void outlivesTheTimeThatTheServerGivesToTransactions() throws Exception {
        forTheRole("idle_in_transaction_session_timeout = '300ms'");
        forTheRole("transaction_timeout = '600ms'");
        try (MigrationLock.Held held = take()) {
            Thread.sleep(1200);
            held.ensureHeld();
            assertThatExceptionOfType(MigrationLockException.class).isThrownBy(() -> take().close());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void neverMakesCreateIndexConcurrentlyWait(String isolation) throws Exception {
        database().execute("CREATE TABLE t (id INTEGER)");
        forTheRole("default_transaction_isolation = '" + isolation + "'");
        MigrationLock waiter = lock();
        CompletableFuture<Void> waiting;
        try (MigrationLock.Held held = take();
                Connection run = database().connection();
                MigrationLock.Cover cover = held.cover(run)) {
            waiting = OwnThread.run(() -> TestLocks.take(waiter, LONG).close());
            held.take(new CountedEngineLock(0), run, LONG, (waited, holder) -> true);
            held.ensureHeld();
            assertThat(cover).isNotNull();
            execute(run, "SET statement_timeout = '10s'");
            for (int i = 0; i < 3; i++) {
                execute(run, "CREATE INDEX CONCURRENTLY i" + i + " ON t (id)");
            }
            assertThat(waiting).isNotDone();
            List<String> idle = idleWithASnapshot();
            // the waiter has one for the moment between two statements of one attempt; kept is what is there for longer
            Thread.sleep(200);
            idle.retainAll(idleWithASnapshot());
            assertThat(idle).isEmpty();
        }
        waiting.get(20, TimeUnit.SECONDS);
    }

    /** The sessions of ours that are idle with a snapshot, each with the moment from which on it has been idle. */
    private List<String> idleWithASnapshot() throws SQLException {
        return new ArrayList<>(database()
                .column("SELECT pid || ' ' || state_change FROM pg_stat_activity WHERE state = 'idle in transaction'"
                        + " AND application_name LIKE 'switchback %@%'"
                        + " AND coalesce(backend_xmin, backend_xid) IS NOT NULL"));
    }

    @Test
    void saysInTheServersOwnViewWhoHoldsIt() throws SQLException {
        ProcessName own = ProcessName.own();
        try (MigrationLock.Held held = take();
                Connection run = database().connection()) {
            try (MigrationLock.Cover cover = held.cover(run)) {
                assertThat(cover).isNotNull();
                assertThat(database()
                                .column("SELECT application_name FROM pg_stat_activity WHERE datname ="
                                        + " current_database() AND pid <> pg_backend_pid() ORDER BY 1"))
                        .containsExactly(own.asHolder(), own.asRun());
            }
            assertThat(lock().holders()).singleElement().satisfies(holder -> {
                assertThat(holder.name()).isEqualTo(own.words());
                assertThat(holder.age().orElseThrow()).isLessThan(Duration.ofMinutes(1));
                assertThat(holder.since()).isPresent();
            });
        }
    }

    @Test
    void whatItSetsInItsSessionEndsWithIt() throws SQLException {
        String sql = "SELECT concat_ws(' ', current_setting('tcp_keepalives_idle'),"
                + " current_setting('idle_in_transaction_session_timeout'), current_setting('transaction_timeout'),"
                + " current_setting('search_path'), current_setting('application_name'))";
        forTheRole("idle_in_transaction_session_timeout = '1min'");
        forTheRole("transaction_timeout = '2min'");
        try (Connection only = database().connection()) {
            String before = ask(only, sql);
            try (MigrationLock.Held held =
                    TestLocks.take(TestLocks.of(new OneConnection(product().kind(), only)), Duration.ZERO)) {
                held.ensureHeld();
                assertThat(ask(only, sql))
                        .isEqualTo("30 0 0 pg_catalog " + ProcessName.own().asHolder());
            }
            assertThat(ask(only, sql)).isEqualTo(before).contains("1min 2min");
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void isSeenByARoleThatMayNotSeeStatements() throws SQLException {
        String other = database().user() + "_other";
        try (Connection admin = database().administer()) {
            execute(admin, "CREATE ROLE " + other + " LOGIN PASSWORD 'other-Pa55word'");
            execute(admin, "ALTER ROLE " + other + " NOSUPERUSER");
        }
        String url =
                database().url().replace(database().user() + ":" + database().password(), other + ":other-Pa55word");
        try (MigrationLock.Held held = take()) {
            MigrationLock theirs = TestLocks.of(url);
            assertThat(theirs.holders()).singleElement().satisfies(holder -> {
                assertThat(holder.name()).isEqualTo(ProcessName.own().words());
                assertThat(holder.statement()).isEmpty();
                assertThat(holder.since()).isEmpty();
            });
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> TestLocks.take(theirs, Duration.ZERO));
            held.ensureHeld();
        } finally {
            try (Connection admin = database().administer()) {
                execute(admin, "DROP ROLE " + other);
            }
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
