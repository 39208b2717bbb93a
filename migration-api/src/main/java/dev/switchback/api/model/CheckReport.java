package dev.switchback.api.model;

import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code check}.
 *
 * @param problems what is wrong with files or history, all of it
 * @param pending what is not applied yet, in order
 * @param current the highest version in effect
 * @param files how many migration files were checked
 * @param warnings what is worth knowing but not wrong
 */
public record CheckReport(
        List<Problem> problems,
        List<MigrationStatus> pending,
        Optional<MigrationVersion> current,
        int files,
        List<String> warnings) {

    /** Copies the lists. */
    public CheckReport {
        problems = List.copyOf(problems);
        pending = List.copyOf(pending);
        warnings = List.copyOf(warnings);
    }

    /** Whether everything agrees and nothing is pending. */
    public boolean ok() {
        return problems.isEmpty() && pending.isEmpty();
    }
}
