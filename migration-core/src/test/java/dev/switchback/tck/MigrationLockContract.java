package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import javax.sql.DataSource;
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

    /**
     * The same on the caller's connections.
     *
     * @param connections connections to the database of this test
     * @return a lock that shares nothing with those before it
     * @throws SQLException if the database fails
     */
    protected abstract MigrationLock lock(DataSource connections) throws SQLException;

    @AfterEach
    final void stopThreads() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private MigrationLock.Held take(Duration timeout) throws SQLException {
        return take(lock(database()), timeout);
    }

    private static MigrationLock.Held take(MigrationLock lock, Duration timeout) {
        return lock.acquire(timeout, (waited, holder) -> true).orElseThrow();
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
        try (MigrationLock.Held held = take(lock, Duration.ZERO)) {
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(lock, SHORT).close());
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
        Future<Boolean> second;
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            second = threads.submit(() -> {
                MigrationLock.Waiting telling = (waited, holder) -> {
                    waiting.countDown();
                    return true;
                };
                try (MigrationLock.Held got =
                        lock(database()).acquire(LONG, telling).orElseThrow()) {
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
    }

    @Test
    void anInterruptedWaiterGivesUpAndKeepsTheInterrupt() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicBoolean refused = new AtomicBoolean();
        AtomicBoolean stillInterrupted = new AtomicBoolean();
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            Thread waiter = new Thread(() -> {
                try {
                    lock(database())
                            .acquire(LONG, (waited, holder) -> {
                                waiting.countDown();
                                return true;
                            })
                            .orElseThrow()
                            .close();
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
                MigrationLock.Held there = take(lock(other), Duration.ZERO)) {
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

    @Test
    void lookingTellsWhoHoldsItAndTakesNothing() throws SQLException {
        assertThat(lock(database()).holders()).isEmpty();
        assertUntouched();
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            for (int i = 0; i < 3; i++) {
                assertThat(lock(database()).holders())
                        .extracting(LockHolder::kind)
                        .containsExactly(LockHolder.Kind.RUN);
            }
            held.ensureHeld();
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(Duration.ZERO).close());
        }
        assertThat(lock(database()).holders()).isEmpty();
        assertThat(lock(database()).description()).isNotBlank();
    }

    @Test
    void whoLooksDoesNotStopWhoTakes() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> lookers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            lookers.add(threads.submit(() -> {
                while (!stop.get()) {
                    lock(database()).holders();
                }
                return null;
            }));
        }
        for (int i = 0; i < 20; i++) {
            try (MigrationLock.Held held = take(Duration.ZERO)) {
                held.ensureHeld();
            }
        }
        stop.set(true);
        for (Future<?> looker : lookers) {
            looker.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void waitersAndErrorsNameTheHolder() throws SQLException {
        List<LockHolder> named = new ArrayList<>();
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            MigrationLockException refused = catchThrowableOfType(
                    MigrationLockException.class,
                    // long enough that it waits at all where the machine is busy
                    () -> lock(database()).acquire(Duration.ofSeconds(2), (waited, holder) -> {
                        holder.ifPresent(named::add);
                        return true;
                    }));
            LockHolder holder = refused.holder().orElseThrow();
            assertThat(named).isNotEmpty().allMatch(holder::isSameAs);
            assertThat(refused).hasMessageContaining("held by " + holder.name());
            assertThat(refused.nextStep()).contains("switchback lock status").contains("--lock-timeout");
            held.ensureHeld();
        }
    }

    @Test
    void aWaiterMayGiveUp() throws SQLException {
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            assertThat(lock(database()).acquire(LONG, (waited, holder) -> false))
                    .isEmpty();
            held.ensureHeld();
        }
        take(Duration.ZERO).close();
    }

    @Test
    void oneConnectionIsEnoughForAllAttempts() throws SQLException {
        MigrationLock lock = lock(database().dataSource());
        try (MigrationLock.Held held = take(Duration.ZERO)) {
            int before = database().connectionsGiven();
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() -> take(lock, Duration.ofSeconds(2)).close());
            assertThat(database().connectionsGiven() - before).isLessThanOrEqualTo(1);
            assertThat(database().openConnections()).isZero();
            held.ensureHeld();
        }
    }

    @Test
    void theCallersConnectionsComeBackAsTheyWere() throws SQLException {
        List<String> before = sessionSettings();
        try (MigrationLock.Held held = take(lock(database().dataSource()), Duration.ZERO);
                Connection run = database().connection()) {
            try (MigrationLock.Cover cover = held.cover(run)) {
                held.ensureHeld();
                assertThat(cover).isNotNull();
                assertThat(run.getAutoCommit()).isTrue();
            }
            assertThat(run.getAutoCommit()).isTrue();
            assertThat(sessionSettings(run)).isEqualTo(before);
        }
        assertThat(database().openConnections()).isZero();
    }

    private List<String> sessionSettings() throws SQLException {
        try (Connection connection = database().connection()) {
            return sessionSettings(connection);
        }
    }

    /** Every setting of the session, where the database can list them. */
    private List<String> sessionSettings(Connection connection) throws SQLException {
        String sql = switch (product().kind()) {
            case POSTGRESQL -> "SELECT name || '=' || setting FROM pg_settings ORDER BY 1";
            case MARIADB, MYSQL -> "SHOW SESSION VARIABLES LIKE '%timeout%'";
            case H2 -> "SELECT setting_name FROM information_schema.settings ORDER BY 1";
            case SQLITE -> "PRAGMA busy_timeout";
        };
        List<String> settings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                settings.add(row.getString(row.getMetaData().getColumnCount()));
            }
        }
        return settings;
    }

    @Test
    void theEnginesOwnLockIsTakenBesideAndGivenBackFirst() throws SQLException {
        CountedEngineLock engine = new CountedEngineLock(2);
        AtomicInteger told = new AtomicInteger();
        try (MigrationLock.Held held = take(Duration.ZERO);
                Connection run = database().connection()) {
            try (MigrationLock.Cover cover = held.cover(run)) {
                assertThat(cover).isNotNull();
                assertThat(held.take(engine, run, LONG, (waited, holder) -> {
                            assertThat(holder).contains(engine.stranger());
                            told.incrementAndGet();
                            return true;
                        }))
                        .isTrue();
                assertThat(told).hasPositiveValue();
                assertThat(engine.taken()).isTrue();
                held.ensureHeld();
            }
        }
        assertThat(engine.taken()).isFalse();
        take(Duration.ZERO).close();
    }

    @Test
    void anEnginesLockThatStaysTakenEndsTheWaitAndLeavesOurs() throws SQLException {
        CountedEngineLock engine = new CountedEngineLock(Integer.MAX_VALUE);
        try (MigrationLock.Held held = take(Duration.ZERO);
                Connection run = database().connection();
                MigrationLock.Cover cover = held.cover(run)) {
            assertThat(cover).isNotNull();
            for (boolean take : new boolean[] {true, false}) {
                MigrationLockException refused = catchThrowableOfType(
                        MigrationLockException.class,
                        () -> waitFor(held, engine, run, take, SHORT, (waited, holder) -> true));
                assertThat(refused.holder()).contains(engine.stranger());
                assertThat(refused)
                        .hasMessageContaining("the engine's own lock is held by somebody's laptop, since 2026-01-02");
                assertThat(refused.nextStep())
                        .contains("if that process is dead, free its lock: UPDATE it")
                        .contains("switchback lock release");
                assertThat(waitFor(held, engine, run, take, SHORT, (waited, holder) -> false))
                        .isFalse();
            }
            held.ensureHeld();
        }
        take(Duration.ZERO).close();
    }

    private static boolean waitFor(
            MigrationLock.Held held,
            CountedEngineLock engine,
            Connection run,
            boolean take,
            Duration timeout,
            MigrationLock.Waiting waiting) {
        return take ? held.take(engine, run, timeout, waiting) : held.await(() -> engine.holder(run), timeout, waiting);
    }
}
