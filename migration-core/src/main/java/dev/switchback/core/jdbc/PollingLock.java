package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.MigrationLock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is tried again and again until its time is over. Trying beats waiting inside the database: a session that
 * waits there holds a snapshot, which stops {@code CREATE INDEX CONCURRENTLY} of the one that migrates.
 */
abstract class PollingLock implements MigrationLock {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 50;
    private static final int LONGEST_POLL_MILLIS = 500;

    /** Takes the lock if it is free; null if somebody else has it. */
    abstract @Nullable Held tryAcquire();

    /** Who has it, as far as can be told. */
    abstract Optional<String> holder();

    @Override
    public final Held acquire(Duration timeout, MigrationListener listener) {
        long start = System.nanoTime();
        long nextReport = 0;
        int pause = POLL_MILLIS;
        while (true) {
            Held held = tryAcquire();
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (held != null) {
                return held;
            }
            if (waited.compareTo(timeout) >= 0) {
                throw timedOut(timeout, waited);
            }
            if (waited.toNanos() >= nextReport) {
                listener.on(new MigrationEvent.LockWaiting(waited, holder()));
                nextReport += REPORT_EVERY.toNanos();
            }
            sleep(pause, waited);
            pause = Math.min(LONGEST_POLL_MILLIS, pause * 2);
        }
    }

    private MigrationLockException timedOut(Duration timeout, Duration waited) {
        Optional<String> holder = holder();
        return new MigrationLockException(
                waited,
                holder.orElse(null),
                "the migration lock was not free within " + timeout.toSeconds() + " s"
                        + holder.map(h -> "; held by " + h).orElse(""));
    }

    private static void sleep(int millis, Duration waited) {
        try {
            // jitter, so that many waiters do not ask in step
            Thread.sleep(millis + ThreadLocalRandom.current().nextInt(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationLockException(waited, null, "interrupted while waiting for the migration lock");
        }
    }
}
