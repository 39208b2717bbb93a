package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.MigrationLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the lock does on every database. Every lock in here is opened for itself, as another process would. */
@Timeout(60)
public abstract class MigrationLockContract extends DatabaseContract {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * For the classes that name a database.
     *
     * @param product the database to run on
     */
    protected MigrationLockContract(TestDatabase product) {
        super(product);
    }

    /**
     * A lock as another process would open it.
     *
     * @param database the database
     * @return a lock that shares nothing with those before it
     * @throws SQLException if the database fails
     */
    protected abstract MigrationLock lock(FreshDatabase database) throws SQLException;

    @AfterEach
    final void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private MigrationLock.Held take(Duration timeout) throws SQLException {
        return lock(database()).acquire(timeout, MigrationListener.silent());
    }

    @Test
    void aFreeLockIsTakenAtOnceEvenWithoutWaiting() throws SQLException {
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            held.ensureHeld();
        }
    }

    @Test
    void theSecondTimesOutAndSaysHowLongItWaited() throws SQLException {
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            long start = System.nanoTime();
            MigrationLockException refused = catchThrowableOfType(
                    MigrationLockException.class, () -> take(SHORT).close());
            assertThat(refused.waited()).isBetween(SHORT, Duration.ofNanos(System.nanoTime() - start));
            assertThat(refused.waited()).isLessThan(SHORT.plusSeconds(5));
            held.ensureHeld();
        }
    }

    @Test
    void withoutWaitingTheSecondIsRefusedAtOnce() throws SQLException {
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ZERO).close());
            held.ensureHeld();
        }
    }

    @Test
    void theSameLockObjectExcludesItselfToo() throws SQLException {
        MigrationLock lock = lock(database());
        try (MigrationLock.Held held = lock.acquire(Duration.ZERO, MigrationListener.silent())) {
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() ->
                            lock.acquire(SHORT, MigrationListener.silent()).close());
            held.ensureHeld();
        }
    }

    @Test
    void itIsFreeAfterClose() throws SQLException {
        for (int i = 0; i < 5; i++) {
            try (MigrationLock.Held held = take(Duration.ZERO)) {
                held.ensureHeld();
            }
        }
    }

    @Test
    void closingTwiceFreesItOnce() throws SQLException {
        MigrationLock.Held first = take(Duration.ZERO);
        first.close();
        try (MigrationLock.Held second = take(Duration.ZERO)) {
            first.close();
            second.ensureHeld();
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ZERO).close());
        }
    }

    @Test
    void aClosedLockIsNotHeld() throws SQLException {
        MigrationLock.Held held = take(Duration.ZERO);
        held.close();
        assertThatExceptionOfType(MigrationLockException.class).isThrownBy(held::ensureHeld);
    }

    @Test
    void theWaitingOneGetsItWhenItIsFreed() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        List<MigrationEvent> events = new ArrayList<>();
        Future<Boolean> second;
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            second = threads.submit(() -> {
                MigrationListener listener = event -> {
                    events.add(event);
                    waiting.countDown();
                };
                try (MigrationLock.Held got = lock(database()).acquire(LONG, listener)) {
                    got.ensureHeld();
                    return true;
                }
            });
            assertThat(waiting.await(20, TimeUnit.SECONDS))
                    .as("it says that it waits")
                    .isTrue();
            assertThat(second.isDone()).isFalse();
            held.ensureHeld();
        }
        assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(events).first().isInstanceOf(MigrationEvent.LockWaiting.class);
    }

    @Test
    void anInterruptedWaiterGivesUpAndKeepsTheInterrupt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean refused = new AtomicBoolean();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            Thread waiter = new Thread(() -> {
                try {
                    lock(database()).acquire(LONG, event -> waiting.countDown()).close();
                } catch (MigrationLockException e) {
                    refused.set(true);
                    stillInterrupted.set(Thread.currentThread().isInterrupted());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            waiter.start();
            assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
            waiter.interrupt();
            waiter.join(10_000);
            assertThat(waiter.isAlive()).isFalse();
            held.ensureHeld();
        }
        assertThat(refused).isTrue();
        assertThat(stillInterrupted).isTrue();
    }

    @Test
    void ofManyOnlyOneHoldsItAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger turns = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(threads.submit(() -> {
                for (int turn = 0; turn < 3; turn++) {
                    try (MigrationLock.Held held = take(LONG)) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        held.ensureHeld();
                        turns.incrementAndGet();
                        inside.decrementAndGet();
                    }
                }
                return null;
            }));
        }
        for (Future<?> one : all) {
            one.get(50, TimeUnit.SECONDS);
        }
        assertThat(most).hasValue(1);
        assertThat(turns).hasValue(24);
    }

    @Test
    void twoDatabasesDoNotExcludeEachOther() throws SQLException {
        try (FreshDatabase other = product().fresh(folder());
                MigrationLock.Held here = take(Duration.ZERO);
                MigrationLock.Held there = lock(other).acquire(Duration.ZERO, MigrationListener.silent())) {
            here.ensureHeld();
            there.ensureHeld();
        }
    }

    @Test
    void theHolderCanUseTheDatabase() throws SQLException {
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
            held.ensureHeld();
        }
        assertThat(database().tables()).containsExactly("t");
    }

    @Test
    void takingAndFreeingLeavesNothingInTheDatabase() throws SQLException {
        database().execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        String before = database().snapshot();
        take(Duration.ZERO).close();
        assertThat(database().snapshot()).isEqualTo(before);
    }
}
