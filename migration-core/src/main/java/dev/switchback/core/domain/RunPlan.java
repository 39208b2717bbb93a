package dev.switchback.core.domain;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Optional;

/**
 * What a run does.
 *
 * @param direction up or down
 * @param from the version in effect before
 * @param to the version in effect after
 * @param steps what runs, in order; empty if there is nothing to do
 * @param whole whether all steps are one transaction
 * @param warnings what the authors of the scripts may not expect of the run
 */
public record RunPlan(
        Direction direction,
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<MigrationStep> steps,
        boolean whole,
        List<String> warnings) {
    /** Copies the lists. */
    public RunPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }
}
