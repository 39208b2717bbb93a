package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files and history, laid side by side.
 *
 * @param offer what the files offer
 * @param history what the database has had
 * @param statuses every migration that either side knows: versioned by version, then repeatable by description
 * @param problems what is wrong with the history
 * @param warnings what is worth knowing but not wrong
 */
public record Reconciliation(
        Offer offer,
        List<AppliedMigration> history,
        List<MigrationStatus> statuses,
        List<Problem> problems,
        List<String> warnings) {

    /** Copies the lists. */
    public Reconciliation {
        history = List.copyOf(history);
        statuses = List.copyOf(statuses);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** What is wrong with the files, and with the history beside them. */
    public List<Problem> allProblems() {
        List<Problem> all = new ArrayList<>(offer.problems());
        all.addAll(problems);
        return List.copyOf(all);
    }

    /** What is worth knowing of the files and of the history. */
    public List<String> allWarnings() {
        List<String> all = new ArrayList<>(offer.warnings());
        all.addAll(warnings);
        return List.copyOf(all);
    }

    /** The highest version in effect; empty if none is. */
    public Optional<MigrationVersion> current() {
        return highestInEffect(history);
    }

    /** The highest version that the files offer; empty if they offer none. */
    public Optional<MigrationVersion> head() {
        return offer.head();
    }

    /** The version of the highest baseline in effect: nothing at or below it can be reverted. */
    public Optional<MigrationVersion> floor() {
        return floor(history);
    }

    /**
     * The version that a target stands for, whichever way it lies.
     *
     * @param target the target
     * @return the version; empty for the state before the first migration
     * @throws dev.switchback.api.error.InvalidTargetException if it does not exist
     */
    public Optional<MigrationVersion> locate(Target target) {
        return new TargetResolver(this).any(target);
    }

    /** What a baseline migration tells here in the place of others. */
    public StandIn standIn() {
        Optional<MigrationVersion> highest = Optional.empty();
        Optional<MigrationVersion> now = current();
        for (MigrationScript script : offer.migrations()) {
            Optional<MigrationVersion> version = script.migration().version();
            if (script.kind() == MigrationKind.BASELINE
                    && now.isPresent()
                    && !version.orElseThrow().isAfter(now.get())) {
                highest = higher(highest, version);
            }
        }
        return StandIn.of(highest, statuses);
    }

    static Optional<MigrationVersion> highestInEffect(List<AppliedMigration> history) {
        Optional<MigrationVersion> highest = Optional.empty();
        for (AppliedMigration row : history) {
            highest = row.inEffect() ? higher(highest, row.version()) : highest;
        }
        return highest;
    }

    static Optional<MigrationVersion> floor(List<AppliedMigration> history) {
        Optional<MigrationVersion> highest = Optional.empty();
        for (AppliedMigration row : history) {
            boolean marks = row.state() == AppliedMigration.State.BASELINE || row.kind() == MigrationKind.BASELINE;
            highest = marks && row.inEffect() ? higher(highest, row.version()) : highest;
        }
        return highest;
    }

    /** The higher of two versions, each of which may not be there. */
    static Optional<MigrationVersion> higher(Optional<MigrationVersion> one, Optional<MigrationVersion> other) {
        return one.isEmpty() || (other.isPresent() && other.get().isAfter(one.get())) ? other : one;
    }
}
