package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a stamp records.
 *
 * @param from the version in effect before
 * @param to the version in effect after
 * @param mark what to record as applied, in order
 * @param forget what to forget
 */
public record StampPlan(
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<MigrationScript> mark,
        List<AppliedMigration> forget) {
    /** Copies the lists. */
    public StampPlan {
        mark = List.copyOf(mark);
        forget = List.copyOf(forget);
    }

    /** Whether there is anything to write. */
    public boolean changesAnything() {
        return !mark.isEmpty() || !forget.isEmpty();
    }
}
