package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server goes on with the statement of a process that was killed: the next starter must not begin before it ends. */
abstract class OrphanContract extends TwoProcessesLockContract {

    private static final String UPDATE = "UPDATE t SET n = n + 1 WHERE id = 1";

    OrphanContract(TestDatabase product) {
        super(product);
    }

    private MigrationLock lock() throws SQLException {
        return TestLocks.of(database().url());
    }

    /** Until somebody is seen at work. */
    private LockHolder worker() throws Exception {
        while (true) {
            Optional<LockHolder> working = lock().holders().stream()
                    .filter(holder -> holder.statement().isPresent())
                    .findFirst();
            if (working.isPresent()) {
                return working.get();
            }
            Thread.sleep(50);
        }
    }

    @Test
    void theStatementOfAKilledProcessIsWaitedForAndNamed() throws Exception {
        database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
        database().execute("INSERT INTO t (id, n) VALUES (1, 0)");
        try (Connection blocker = database().connection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            // a lock on the row makes the statement of the other process as long as this test wants it to be
            statement.executeQuery("SELECT n FROM t WHERE id = 1 FOR UPDATE").close();
            Process holder = startHolder(UPDATE);
            assertThat(worker().statement()).contains(UPDATE);
            kill(holder);

            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ofSeconds(2)).close())
                    .withMessageContaining("the server still executes what is left of")
                    .withMessageContaining(UPDATE)
                    .satisfies(e -> assertThat(e.nextStep()).contains("or end it: "))
                    .satisfies(this::assertLeftover);
            assertThat(lock().holders()).extracting(LockHolder::kind).containsExactly(LockHolder.Kind.LEFTOVER);

            MigrationLock lock = lock();
            CompletableFuture<List<String>> next = OwnThread.supply(() -> {
                try (MigrationLock.Held held = TestLocks.take(lock, Duration.ofSeconds(60))) {
                    held.ensureHeld();
                    return database().column("SELECT n FROM t");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            Thread.sleep(500);
            assertThat(next).as("the next starter").isNotDone();
            blocker.rollback();
            assertThat(next.get(30, TimeUnit.SECONDS))
                    .as("what it finds: the statement came to its end")
                    .containsExactly("1");
        }
        assertThat(lock().holders()).isEmpty();
    }

    private void assertLeftover(MigrationLockException refused) {
        LockHolder leftover = refused.holder().orElseThrow();
        assertThat(leftover.kind()).isEqualTo(LockHolder.Kind.LEFTOVER);
        assertThat(leftover.age().orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        assertThat(leftover.session()).isPresent();
    }

    @Test
    void aStatementWithoutALockIsEndedByWhatTheErrorSays() throws Exception {
        database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)");
        database().execute("INSERT INTO t (id, n) VALUES (1, 0)");
        try (Connection blocker = database().connection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.executeQuery("SELECT n FROM t WHERE id = 1 FOR UPDATE").close();
            Process holder = startHolder(UPDATE);
            assertThat(worker().statement()).contains(UPDATE);
            kill(holder);
            MigrationLockException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                    MigrationLockException.class,
                    () -> take(Duration.ofSeconds(1)).close());
            database().execute(refused.holder().orElseThrow().release().orElseThrow());
            try (MigrationLock.Held held = take(Duration.ofSeconds(20))) {
                held.ensureHeld();
            }
            blocker.rollback();
        }
        assertThat(database().column("SELECT n FROM t")).containsExactly("0");
    }
}
