package dev.switchback.core.usecase;

import dev.switchback.core.domain.Policies;
import java.time.Duration;
import java.util.Objects;

/**
 * What the settings say about runs.
 *
 * @param policies what to refuse and what to accept in a history
 * @param lockTimeout how long to wait for the migration lock
 * @param allowNonEmpty whether the first upgrade may run on a database that has tables but no history
 */
public record RunOptions(Policies policies, Duration lockTimeout, boolean allowNonEmpty) {
    /** Checks that everything is there. */
    public RunOptions {
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }
}
