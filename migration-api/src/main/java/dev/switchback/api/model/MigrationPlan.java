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
 * @param fingerprint what the plan was made from: engine, history, and the files it runs. Equal as long as these are
 */
public record MigrationPlan(
        Direction direction,
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<PlannedMigration> steps,
        List<String> warnings,
        String fingerprint) {
    /** Copies the lists. */
    public MigrationPlan {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(fingerprint, "fingerprint");
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** The plan without its SQL, to be executed later; see {@link dev.switchback.api.MigrationManager#execute}. */
    public PlanReference reference() {
        return new PlanReference(direction, to, fingerprint);
    }

    /** Whether a step throws rows, columns or tables away. */
    public boolean isDestructive() {
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .anyMatch(statement -> statement.destroys().isPresent());
    }
}
