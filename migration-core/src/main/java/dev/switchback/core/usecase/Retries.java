package dev.switchback.core.usecase;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a migration that met a lock is tried again, and after what pause: twice the one before, with jitter, so that
 * those who wait behind our request for the lock get their turn.
 *
 * @param most how often
 * @param lockTimeout how long one try waits
 */
record Retries(int most, Duration lockTimeout) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** The pause before a try, from 2. */
    Duration pauseBefore(int attempt) {
        long millis = FIRST_PAUSE.toMillis() << Math.min(attempt - 2, 10);
        long capped = Math.min(millis, LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(capped / 2 + ThreadLocalRandom.current().nextLong(capped / 2 + 1));
    }

    /** Waits; an interrupt ends the wait and is kept. */
    static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
