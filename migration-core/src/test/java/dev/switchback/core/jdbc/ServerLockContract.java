package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.DatabaseContract;
import dev.switchback.tck.OwnThread;
import dev.switchback.tck.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lock on a server: its session can be ended by others, and what it guards runs in another session. */
@Timeout(60)
abstract class ServerLockContract extends DatabaseContract {

    static final Duration LONG = Duration.ofSeconds(30);

    ServerLockContract(TestDatabase product) {
        super(product);
    }

    /** A statement that takes some seconds. */
    abstract String sleep(int seconds);

    /** What ends every other session of this user, a statement each. */
    abstract List<String> killOthers() throws SQLException;

    final MigrationLock lock() throws SQLException {
        return TestLocks.of(database().url());
    }

    final MigrationLock.Held take() throws SQLException {
        return TestLocks.take(lock(), Duration.ZERO);
    }

    private void end(LockHolder holder) throws SQLException {
        database().execute(holder.release().orElseThrow());
    }

    @Test
    void aLockWhoseSessionWasEndedIsLostAndFree() throws SQLException {
        try (MigrationLock.Held held = take()) {
            end(lock().holders().get(0));
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(held::ensureHeld)
                    .withMessageContaining("the migration lock was lost")
                    .satisfies(e -> assertThat(e.databaseState()).isEqualTo(DatabaseState.UNKNOWN));
            TestLocks.take(lock(), LONG).close();
        }
    }

    @Test
    void aWaiterWhoseSessionWasEndedWaitsOn() throws Exception {
        MigrationLock lock = lock();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> second;
        try (MigrationLock.Held held = take()) {
            second = OwnThread.run(() -> lock.acquire(LONG, (waited, holder) -> {
                        waiting.countDown();
                        return true;
                    })
                    .orElseThrow()
                    .close());
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            for (String kill : killOthers()) {
                database().execute(kill);
            }
            Thread.sleep(1500);
            assertThat(second).as("the waiter").isNotDone();
            held.ensureHeld();
        }
        second.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatRefusesIsNoLockThatIsTaken() throws SQLException {
        String wrong = database().url().replace(database().password(), "wrong-Secr3t");
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(() -> TestLocks.take(TestLocks.of(wrong), Duration.ZERO))
                .withMessageContaining("login was refused");
        String nobody = database().url().replaceFirst(":\\d+/", ":1/");
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(() -> TestLocks.take(TestLocks.of(nobody), Duration.ZERO))
                .withMessageContaining("cannot be reached");
        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(() -> TestLocks.of(nobody).holders())
                .withMessageContaining("cannot be reached");
    }

    @Test
    void aRunThatLostItsLockIsWaitedForWhileTheServerWorksForIt() throws Exception {
        try (MigrationLock.Held held = take();
                Connection run = database().connection();
                MigrationLock.Cover cover = held.cover(run)) {
            assertThat(cover).isNotNull();
            CompletableFuture<Void> work = OwnThread.run(() -> execute(run, sleep(3)))
                    // what a run does when it notices that its lock is lost
                    .thenRun(cover::close);
            while (lock().holders().get(0).statement().isEmpty()) {
                Thread.sleep(20);
            }
            end(lock().holders().get(0));
            LockHolder[] seen = new LockHolder[1];
            MigrationLock.Waiting waiting = (waited, holder) -> {
                seen[0] = holder.orElseThrow();
                return true;
            };
            try (MigrationLock.Held next = lock().acquire(LONG, waiting).orElseThrow()) {
                assertThat(work).as("the statement").isDone();
                assertThat(seen[0].kind()).isEqualTo(LockHolder.Kind.LEFTOVER);
                assertThat(seen[0].describe()).startsWith("what is left of ").contains("running: ");
                next.ensureHeld();
            }
            work.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the statement was to end well", e.getCause());
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSessionThatIsIdleAgainIsNotWaitedFor() throws SQLException {
        try (Connection run = database().connection()) {
            try (MigrationLock.Held held = take();
                    MigrationLock.Cover cover = held.cover(run)) {
                assertThat(cover).isNotNull();
                execute(run, sleep(0));
            }
            take().close();
        }
    }

    @Test
    void whatAHolderRunsIsToldWithoutItsValues() throws Exception {
        try (MigrationLock.Held held = take();
                Connection run = database().connection();
                MigrationLock.Cover cover = held.cover(run)) {
            assertThat(cover).isNotNull();
            CompletableFuture<Void> work = OwnThread.run(() -> execute(run, secretly(2)));
            while (lock().holders().get(0).statement().isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(lock().holders()).singleElement().satisfies(holder -> {
                assertThat(holder.kind()).isEqualTo(LockHolder.Kind.RUN);
                assertThat(holder.describe()).contains("running: ").doesNotContain("hunter2");
            });
            work.get(20, TimeUnit.SECONDS);
        }
    }

    /** A statement that takes some seconds and carries a secret. */
    private String secretly(int seconds) {
        return sleep(seconds).replaceFirst("SELECT ", "SELECT 'hunter2', ");
    }

    @Test
    void threadsThatWaitKeepOneConnectionAmongThem() throws Exception {
        DataSourceConnections source = new DataSourceConnections(database().dataSource(), LONG);
        source.kind();
        CountDownLatch waiting = new CountDownLatch(4);
        List<Optional<LockHolder>> named = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> waiters = new ArrayList<>();
        try (MigrationLock.Held held = take()) {
            String holder = lock().holders().get(0).name();
            for (int i = 0; i < 4; i++) {
                MigrationLock each = TestLocks.inThisProcess(source, SessionSettings.NONE);
                waiters.add(OwnThread.run(() -> each.acquire(LONG, (waited, blocker) -> {
                            named.add(blocker);
                            waiting.countDown();
                            return true;
                        })
                        .orElseThrow()
                        .close()));
            }
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(500);
            assertThat(database().openConnections()).isEqualTo(1);
            held.ensureHeld();
            // the three that do not ask do not know; nobody takes another waiter for the holder
            assertThat(named)
                    .flatExtracting(n -> n.stream().toList())
                    .isNotEmpty()
                    .allSatisfy(n -> assertThat(n.name()).isEqualTo(holder));
        }
        for (CompletableFuture<Void> waiter : waiters) {
            waiter.get(30, TimeUnit.SECONDS);
        }
    }
}
