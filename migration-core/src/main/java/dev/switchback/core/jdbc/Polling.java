package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tries again and again until it works or the time is over. Trying beats waiting inside the database: a session that
 * waits there holds a snapshot, which stops {@code CREATE INDEX CONCURRENTLY} of the one that migrates.
 */
final class Polling {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 500;

    private Polling() {}

    /**
     * Something to try.
     *
     * @param <T> what comes of it
     */
    interface Attempt<T> {
        /** Tries once; empty if somebody is in the way. */
        Optional<T> tryOnce() throws SQLException;

        /** Who was in the way the last time, as far as can be told. */
        Optional<LockHolder> blocker() throws SQLException;
    }

    /** What comes of it; empty if {@code waiting} gave up. */
    static <T> Optional<T> poll(Attempt<T> attempt, Duration timeout, MigrationLock.Waiting waiting)
            throws SQLException {
        long start = System.nanoTime();
        Duration nextReport = Duration.ZERO;
        Optional<LockHolder> reported = Optional.empty();
        long pause = FIRST_PAUSE;
        while (true) {
            Optional<T> result = attempt.tryOnce();
            if (result.isPresent()) {
                return result;
            }
            Optional<LockHolder> blocker = attempt.blocker();
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw MigrationLockException.notFree(waited, blocker.orElse(null));
            }
            if (waited.compareTo(nextReport) >= 0 || isSomebodyElse(blocker, reported)) {
                if (!waiting.goOn(waited, blocker)) {
                    return Optional.empty();
                }
                reported = blocker.isPresent() ? blocker : reported;
                nextReport = waited.plus(REPORT_EVERY);
            }
            sleep(pause, timeout.minus(waited), waited);
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    /** That nobody can be told at one moment is no news. */
    private static boolean isSomebodyElse(Optional<LockHolder> now, Optional<LockHolder> before) {
        return now.isPresent()
                && before.filter(holder -> holder.isSameAs(now.get())).isEmpty();
    }

    private static void sleep(long pause, Duration left, Duration waited) {
        try {
            // jitter, so that many waiters do not ask in step
            long millis = pause + ThreadLocalRandom.current().nextLong(pause);
            Thread.sleep(Math.max(1, Math.min(millis, left.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw MigrationLockException.interrupted(waited);
        }
    }
}
