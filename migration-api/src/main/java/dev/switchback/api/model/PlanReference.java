package dev.switchback.api.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A plan that somebody has looked at, to be executed as it was seen, or not at all.
 *
 * @param direction up or down
 * @param to where it ends; empty for base on the way down, and for head on the way up
 * @param fingerprint of {@link MigrationPlan#fingerprint()}
 */
public record PlanReference(Direction direction, Optional<MigrationVersion> to, String fingerprint) {
    /** Checks that everything is there. */
    public PlanReference {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /** Where it ends, as a target. */
    public Target target() {
        Target end = direction == Direction.UP ? Target.head() : Target.base();
        return to.map(version -> Target.parse(version.text())).orElse(end);
    }
}
