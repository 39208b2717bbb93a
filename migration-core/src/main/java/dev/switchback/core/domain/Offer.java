package dev.switchback.core.domain;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a source offers.
 *
 * @param migrations every migration: versioned by version, then baselines by version, then repeatable by description
 * @param problems what is wrong with the files; nothing may be run while there are any
 * @param warnings what is worth knowing but not wrong
 */
public record Offer(List<MigrationScript> migrations, List<Problem> problems, List<String> warnings) {
    /** Copies the lists. */
    public Offer {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The highest version; empty if there is none. */
    public Optional<MigrationVersion> head() {
        Optional<MigrationVersion> highest = Optional.empty();
        for (MigrationScript script : migrations) {
            highest = Reconciliation.higher(highest, script.migration().version());
        }
        return highest;
    }

    /** The version of the highest baseline; empty if there is none. */
    Optional<MigrationVersion> baseline() {
        Optional<MigrationVersion> highest = Optional.empty();
        for (MigrationScript script : migrations) {
            highest = script.kind() == MigrationKind.BASELINE
                    ? Reconciliation.higher(highest, script.migration().version())
                    : highest;
        }
        return highest;
    }
}
