package dev.switchback.core.domain;

import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * The state that an engine gave a name: everything applied up to the row that has the tag. Rows beside each other with the
 * same tag are one state, the last of them: on SQLite Liquibase tags every row of the same second. Pure.
 *
 * @param history the rows, in order of application
 * @param tag the name
 */
record TaggedState(List<AppliedMigration> history, Target.Tag tag) {

    /** The version in effect in that state; empty for the state before the first migration. */
    Optional<MigrationVersion> version() {
        int last = last();
        Optional<MigrationVersion> version = Reconciliation.highestInEffect(history.subList(0, last + 1));
        // a migration that came late: no version stands for the state before it
        history.subList(last + 1, history.size()).stream()
                .filter(AppliedMigration::inEffect)
                .filter(row -> row.version().isPresent() && version.isPresent())
                .filter(row -> version.get().isAfter(row.version().get()))
                .findFirst()
                .ifPresent(late -> {
                    throw new InvalidTargetException(
                            tag.toString(),
                            "was set at " + version.get() + ", and " + late.label()
                                    + " was applied after it although it is older",
                            "give the version to end at: switchback history shows the order");
                });
        return version;
    }

    private int last() {
        int first = next(0);
        if (first < 0) {
            throw new InvalidTargetException(
                    tag.toString(),
                    "no applied migration has this tag",
                    "a tag on a change set that Switchback has not made is no target; see the tags with: switchback history");
        }
        int last = first;
        while (last + 1 < history.size() && isAt(last + 1)) {
            last++;
        }
        int other = next(last + 1);
        if (other >= 0) {
            throw new InvalidTargetException(
                    tag.toString(),
                    "is at more than one place of the history: "
                            + history.get(last).label() + " and "
                            + history.get(other).label(),
                    "give the version instead");
        }
        return last;
    }

    private int next(int from) {
        for (int i = from; i < history.size(); i++) {
            if (isAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int index) {
        return history.get(index).tags().stream().anyMatch(tag.name()::equalsIgnoreCase);
    }
}
