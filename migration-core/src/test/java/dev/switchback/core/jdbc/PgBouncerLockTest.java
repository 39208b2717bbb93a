package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.TransactionPooler;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** The lock behind a pooler that lends a session for a transaction only, where locks of sessions exclude nobody. */
@Timeout(60)
final class PgBouncerLockTest extends DatabaseContract {

    private static final Duration LONG = Duration.ofSeconds(30);

    private TransactionPooler pooler;

    PgBouncerLockTest() {
        super(new PostgresqlDatabase());
    }

    @BeforeEach
    void startThePooler() throws Exception {
        if (TransactionPooler.program().isEmpty()) {
            String what =
                    "pgbouncer is not installed, so nothing was tested behind a pooler: apt-get install pgbouncer";
            assertThat(System.getenv("CI")).as("CI installs it: %s", what).isNull();
            Assumptions.abort(what);
        }
        pooler = TransactionPooler.start(database(), Files.createDirectory(folder().resolve("pooler")), 12);
    }

    @AfterEach
    void stopThePooler() {
        if (pooler != null) {
            pooler.close();
        }
    }

    private MigrationLock.Held takePooled(Duration timeout) throws SQLException {
        return TestLocks.take(TestLocks.of(pooler.url()), timeout);
    }

    private ConnectionSource callersSource() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql:" + pooler.url().replaceFirst("postgres:(//)[^@]*@", "$1"));
        source.setUser(database().user());
        DataSourceConnections connections = new DataSourceConnections(source, LONG);
        connections.kind();
        return connections;
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void sessionsAreShared() throws SQLException {
        // otherwise nothing here would be proved: two clients have a session's lock at once
        try (Connection one = TestLocks.source(pooler.url()).open();
                Connection other = TestLocks.source(pooler.url()).open();
                Statement first = one.createStatement();
                Statement second = other.createStatement()) {
            for (Statement each : List.of(first, second)) {
                try (var row = each.executeQuery("SELECT pg_try_advisory_lock(1)")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getBoolean(1)).isTrue();
                }
            }
        }
    }

    @Test
    void excludesClientsOfThePoolerAndOfTheServer() throws SQLException {
        try (MigrationLock.Held held = takePooled(Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class)
                    // long enough for the driver to begin to prepare statements
                    .isThrownBy(() -> takePooled(Duration.ofSeconds(4)))
                    .satisfies(e -> assertThat(e.holder().orElseThrow().name())
                            .isEqualTo(ProcessName.own().words()));
            for (String same : List.of(database().url(), pooler.aliasUrl())) {
                assertThatExceptionOfType(MigrationLockException.class)
                        .isThrownBy(() -> TestLocks.take(TestLocks.of(same), Duration.ZERO));
            }
            held.ensureHeld();
        }
        // a source of the caller's, whose driver prepares statements
        try (MigrationLock.Held held = TestLocks.take(TestLocks.of(database().url()), Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> TestLocks.take(TestLocks.of(callersSource()), Duration.ofSeconds(4)));
            held.ensureHeld();
        }
        try (MigrationLock.Held direct = TestLocks.take(TestLocks.of(database().url()), Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class).isThrownBy(() -> takePooled(Duration.ZERO));
            direct.ensureHeld();
        }
    }

    @Test
    void ofManyOnlyOneHoldsItAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(OwnThread.run(() -> {
                try (MigrationLock.Held held = takePooled(LONG)) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    held.ensureHeld();
                    inside.decrementAndGet();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        all.forEach(CompletableFuture::join);
        assertThat(most).hasValue(1);
    }

    @Test
    void anIndexIsBuiltConcurrentlyWhileOthersWait() throws Exception {
        database().execute("CREATE TABLE t (id INTEGER)");
        List<CompletableFuture<Void>> waiters = new ArrayList<>();
        try (MigrationLock.Held held = takePooled(Duration.ZERO);
                Connection run = TestLocks.source(pooler.url()).open();
                MigrationLock.Cover cover = held.cover(run)) {
            for (int i = 0; i < 2; i++) {
                waiters.add(OwnThread.run(() -> {
                    try {
                        takePooled(LONG).close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));
            }
            for (int i = 0; i < 8; i++) {
                held.ensureHeld();
                assertThat(cover).isNotNull();
                String sql = "CREATE INDEX CONCURRENTLY i" + i + " ON t (id)";
                OwnThread.run(() -> execute(run, sql)).get(10, TimeUnit.SECONDS);
            }
        }
        for (CompletableFuture<Void> waiter : waiters) {
            waiter.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void leavesNoNameBehindInTheSessionsOfThePool() throws SQLException {
        try (MigrationLock.Held held = takePooled(Duration.ZERO);
                Connection run = TestLocks.source(pooler.url()).open();
                MigrationLock.Cover cover = held.cover(run)) {
            assertThat(cover).isNotNull();
            held.ensureHeld();
        }
        assertThat(database()
                        .column("SELECT application_name FROM pg_stat_activity WHERE datname ="
                                + " current_database() AND pid <> pg_backend_pid()"))
                .isNotEmpty()
                .allMatch("switchback"::equals);
    }
}
