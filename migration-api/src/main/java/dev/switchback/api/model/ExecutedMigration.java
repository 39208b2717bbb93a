package dev.switchback.api.model;

import java.time.Duration;
import java.util.Objects;

/**
 * One migration that a run applied or reverted.
 *
 * @param migration the migration
 * @param statements how many statements ran
 * @param duration how long it took
 */
public record ExecutedMigration(Migration migration, int statements, Duration duration) {
    /** Checks the numbers. */
    public ExecutedMigration {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(duration, "duration");
        if (statements < 0) {
            throw new IllegalArgumentException("negative number of statements");
        }
    }
}
