package dev.switchback.api.model;

import java.util.List;
import java.util.Optional;

/**
 * What {@code stamp} wrote. No migration ran.
 *
 * @param from the version in effect before
 * @param to the version in effect after
 * @param marked what is now recorded as applied and was not before
 * @param forgotten what was recorded as applied and is not any more
 */
public record StampResult(
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<Migration> marked,
        List<AppliedMigration> forgotten) {
    /** Copies the lists. */
    public StampResult {
        marked = List.copyOf(marked);
        forgotten = List.copyOf(forgotten);
    }
}
