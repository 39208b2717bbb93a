package dev.switchback.api.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The database beside the files.
 *
 * @param database the database
 * @param engine the engine
 * @param historyTable the engine's history table
 * @param current the highest version in effect; empty if none is
 * @param head the highest version the files offer; empty if they offer none
 * @param migrations every migration that either side knows, in the order in which they run
 * @param problems what is wrong; empty if files and history agree
 * @param warnings what is worth knowing but not wrong
 */
public record StatusReport(
        DatabaseInfo database,
        EngineInfo engine,
        String historyTable,
        Optional<MigrationVersion> current,
        Optional<MigrationVersion> head,
        List<MigrationStatus> migrations,
        List<Problem> problems,
        List<String> warnings) {

    /** Copies the lists. */
    public StatusReport {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** What the next upgrade would run, in order. */
    public List<MigrationStatus> pending() {
        List<MigrationStatus> pending = new ArrayList<>();
        for (MigrationStatus migration : migrations) {
            if (migration.state().pending()) {
                pending.add(migration);
            }
        }
        return List.copyOf(pending);
    }

    /** Whether nothing is pending and nothing is wrong. */
    public boolean upToDate() {
        return problems.isEmpty() && pending().isEmpty();
    }
}
