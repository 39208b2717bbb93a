package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a source offers.
 *
 * @param migrations every migration: versioned by version, then baselines by version, then repeatable by description
 * @param rivals further files that claim the version of a versioned migration, as after a merge of two branches; a problem
 *     says so of each
 * @param problems what is wrong with the files; nothing may be run while there are any
 * @param warnings what is worth knowing but not wrong
 */
public record Offer(
        List<MigrationScript> migrations, List<MigrationScript> rivals, List<Problem> problems, List<String> warnings) {

    /** Copies the lists, and checks that each rival has somebody to rival with. */
    public Offer {
        migrations = List.copyOf(migrations);
        rivals = List.copyOf(rivals);
        requireSomebodyToRivalWith(migrations, rivals);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /**
     * An offer in which each version has one file.
     *
     * @param migrations every migration
     * @param problems what is wrong with the files
     * @param warnings what is worth knowing
     */
    public Offer(List<MigrationScript> migrations, List<Problem> problems, List<String> warnings) {
        this(migrations, List.of(), problems, warnings);
    }

    /**
     * Whether several files claim the version of a migration.
     *
     * @param script the migration
     * @return whether another one has its version
     */
    public boolean isContested(MigrationScript script) {
        return rivals.stream().anyMatch(rival -> rival.equals(script) || rival.rivals(script));
    }

    /**
     * The same with the file in place that a row tells of, where several claim the version of that row.
     *
     * @param history the rows
     * @return what the files offer to that history
     */
    public Offer beside(List<AppliedMigration> history) {
        if (rivals.isEmpty()) {
            return this;
        }
        Set<String> applied = history.stream()
                .filter(row -> row.kind() == MigrationKind.VERSIONED)
                .map(AppliedMigration::script)
                .collect(Collectors.toSet());
        Map<MigrationVersion, MigrationScript> inPlace = new HashMap<>();
        for (MigrationScript rival : rivals) {
            if (applied.contains(rival.script())) {
                inPlace.put(rival.migration().version().orElseThrow(), rival);
            }
        }
        List<MigrationScript> offered = new ArrayList<>();
        List<MigrationScript> others = new ArrayList<>(rivals);
        others.removeAll(Set.copyOf(inPlace.values()));
        for (MigrationScript script : migrations) {
            Optional<MigrationScript> rival = script.kind() == MigrationKind.VERSIONED
                    ? Optional.ofNullable(
                            inPlace.get(script.migration().version().orElseThrow()))
                    : Optional.empty();
            offered.add(rival.orElse(script));
            if (rival.isPresent()) {
                others.add(script);
            }
        }
        return new Offer(offered, others, problems, warnings);
    }

    private static void requireSomebodyToRivalWith(List<MigrationScript> migrations, List<MigrationScript> rivals) {
        if (rivals.isEmpty()) {
            return;
        }
        Set<MigrationVersion> versions = migrations.stream()
                .filter(script -> script.kind() == MigrationKind.VERSIONED)
                .map(script -> script.migration().version().orElseThrow())
                .collect(Collectors.toSet());
        for (MigrationScript rival : rivals) {
            if (!versions.contains(rival.migration().version().orElseThrow())) {
                throw new IllegalArgumentException(rival.script() + " rivals with nothing");
            }
        }
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
