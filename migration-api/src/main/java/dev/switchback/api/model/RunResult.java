package dev.switchback.api.model;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an upgrade or a downgrade did. Nothing to do is a normal result with no migrations in it.
 *
 * @param direction up or down
 * @param from the version in effect before; empty if none was
 * @param to the version in effect after; empty if none is
 * @param executed what was applied or reverted, in order
 * @param duration how long the whole took, waiting for the lock included
 * @param warnings what is worth knowing
 * @param meanwhile what others did while this run waited for its turn, if they did anything
 */
public record RunResult(
        Direction direction,
        Optional<MigrationVersion> from,
        Optional<MigrationVersion> to,
        List<ExecutedMigration> executed,
        Duration duration,
        List<String> warnings,
        Optional<Meanwhile> meanwhile) {
    /** Copies the lists. */
    public RunResult {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(meanwhile, "meanwhile");
        executed = List.copyOf(executed);
        warnings = List.copyOf(warnings);
    }

    /**
     * A run that nobody else came before.
     *
     * @param direction up or down
     * @param from the version in effect before; empty if none was
     * @param to the version in effect after; empty if none is
     * @param executed what was applied or reverted, in order
     * @param duration how long the whole took, waiting for the lock included
     * @param warnings what is worth knowing
     */
    public RunResult(
            Direction direction,
            Optional<MigrationVersion> from,
            Optional<MigrationVersion> to,
            List<ExecutedMigration> executed,
            Duration duration,
            List<String> warnings) {
        this(direction, from, to, executed, duration, warnings, Optional.empty());
    }

    /**
     * The same run, with what others did before it.
     *
     * @param others what they did, if they did anything
     * @return a copy
     */
    public RunResult after(Optional<Meanwhile> others) {
        return new RunResult(direction, from, to, executed, duration, warnings, others);
    }

    /** Whether the run changed anything. */
    public boolean changedAnything() {
        return !executed.isEmpty();
    }
}
