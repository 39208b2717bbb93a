package dev.switchback.core.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.WholeTransaction;
import dev.switchback.core.redaction.SecretRedaction;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When it looks; what it finds on each database is a matter of the contract of sessions. */
@Timeout(60)
final class BlockerWatchTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofMillis(1_500);

    private final Waiting session = new Waiting();
    private final Queue<MigrationEvent> events = new ConcurrentLinkedQueue<>();
    private final List<SqlStatement> statements =
            SqlSplitter.of(SqlDialect.POSTGRESQL).split("SELECT 1;\nSELECT 2;\n", "V1__a.sql");

    @Test
    void looksOnceAtAStatementThatRunsLong() throws InterruptedException {
        try (BlockerWatch watch = watch()) {
            watch.started("V1__a.sql", statements.get(0));
            waitForAnEvent();
            assertThat(watch.blockers()).containsExactly("pid 7");
            Thread.sleep(2 * LOCK_TIMEOUT.toMillis());
            watch.ended();
        }
        assertThat(session.looks).as("the next look is after ten seconds").hasValue(1);
        assertThat(events).singleElement().isInstanceOfSatisfying(MigrationEvent.StatementBlocked.class, blocked -> {
            assertThat(blocked.line()).isEqualTo(1);
            assertThat(blocked.running()).isBetween(LOCK_TIMEOUT.dividedBy(2), LOCK_TIMEOUT.multipliedBy(20));
        });
    }

    /** The first statement has set the clock; the second begins when half of that has gone. */
    @Test
    void waitsForEachStatementAnew() throws InterruptedException {
        try (BlockerWatch watch = watch()) {
            watch.started("V1__a.sql", statements.get(0));
            Thread.sleep(LOCK_TIMEOUT.toMillis() / 4);
            watch.ended();
            watch.started("V1__a.sql", statements.get(1));
            waitForAnEvent();
            watch.ended();
        }
        assertThat(events).singleElement().isInstanceOfSatisfying(MigrationEvent.StatementBlocked.class, blocked -> {
            assertThat(blocked.line()).isEqualTo(2);
            assertThat(blocked.running()).isGreaterThanOrEqualTo(LOCK_TIMEOUT.dividedBy(2));
        });
    }

    @Test
    void looksAtNoneThatWasQuick() throws InterruptedException {
        try (BlockerWatch watch = watch()) {
            for (int i = 0; i < 20; i++) {
                watch.started("V1__a.sql", statements.get(i % 2));
                Thread.sleep(LOCK_TIMEOUT.toMillis() / 20);
                watch.ended();
            }
            Thread.sleep(LOCK_TIMEOUT.toMillis());
        }
        assertThat(session.looks).hasValue(0);
    }

    /** A hundred thousand statements are no reason to switch threads a hundred thousand times. */
    @Test
    void wakesItsThreadNotForEachStatement() {
        try (BlockerWatch watch = watch()) {
            watch.started("V1__a.sql", statements.get(0));
            long before = waits();
            for (int i = 0; i < 20_000; i++) {
                watch.ended();
                watch.started("V1__a.sql", statements.get(1));
            }
            assertThat(waits() - before).isLessThan(100);
        }
    }

    /** How often the thread of the watch was put to sleep. */
    private static long waits() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("switchback-blockers"))
                .mapToLong(ThreadInfo::getWaitedCount)
                .sum();
    }

    private BlockerWatch watch() {
        return new BlockerWatch(session, LOCK_TIMEOUT, () -> {}, events::add, SecretRedaction.of(Set.of(), Map.of()));
    }

    private void waitForAnEvent() throws InterruptedException {
        while (events.isEmpty()) {
            Thread.sleep(5);
        }
    }

    /** A session that always waits for the same. */
    private static final class Waiting implements RunSession {
        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public List<String> blockers() {
            looks.incrementAndGet();
            return List.of("pid 7");
        }

        @Override
        public Optional<Duration> unguardedLimit() {
            return Optional.empty();
        }

        @Override
        public void prepare(boolean transactional) {}

        @Override
        public void takeBackUser() {}

        @Override
        public WholeTransaction whole() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean metALock(@Nullable Throwable failure) {
            return false;
        }

        @Override
        public boolean ranTooLong(@Nullable Throwable failure) {
            return false;
        }

        @Override
        public List<String> invalidIndexes() {
            return List.of();
        }
    }
}
