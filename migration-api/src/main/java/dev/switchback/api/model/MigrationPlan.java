package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an upgrade or a downgrade would run. Making a plan runs nothing.
 *
 * @param direction up or down
 * @param from the version in effect now; empty if none is
 * @param to the version that would be in effect afterwards; empty if none would be
 * @param steps what would run, in order; empty if there is nothing to do
 * @param warnings what is worth knowing before it runs
 */
public record MigrationPlan(
        Direction direction,
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<PlannedMigration> steps,
        List<String> warnings) {
    /** Copies the lists. */
    public MigrationPlan {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}
