package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One migration to apply or to revert.
 *
 * @param direction up or down
 * @param script the migration
 * @param applied the row of the history that a step down removes, or that a repeatable migration replaces
 * @param forget rows that are to be forgotten in the same transaction as the step: the repeatable migrations, with the
 *     first step of a downgrade
 * @param supersedes the versioned migrations that a baseline stands in for; empty for every other step
 * @param transactional whether the script runs in one transaction with its row of the history
 * @param statements how many statements the script has
 */
public record MigrationStep(
        Direction direction,
        MigrationScript script,
        Optional<AppliedMigration> applied,
        List<AppliedMigration> forget,
        List<MigrationScript> supersedes,
        boolean transactional,
        int statements) {

    /** Copies the lists and checks that a step down has something to run and something to remove. */
    public MigrationStep {
        Objects.requireNonNull(applied, "applied");
        forget = List.copyOf(forget);
        supersedes = List.copyOf(supersedes);
        if (direction == Direction.DOWN && (applied.isEmpty() || script.down().isEmpty())) {
            throw new IllegalArgumentException(
                    script.script() + ": a step down needs a down script and an applied row");
        }
    }

    /** The file that runs: the up script or the down script. */
    public SqlScript body() {
        return direction == Direction.UP ? script.up() : script.down().orElseThrow();
    }
}
