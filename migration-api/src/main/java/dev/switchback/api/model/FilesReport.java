package dev.switchback.api.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The migration files by themselves, without any database.
 *
 * @param migrations every migration: versioned by version, then baselines, then repeatable by description
 * @param problems what is wrong with the files
 * @param warnings what is worth knowing but not wrong
 */
public record FilesReport(List<Migration> migrations, List<Problem> problems, List<String> warnings) {
    /** Copies the lists. */
    public FilesReport {
        migrations = List.copyOf(migrations);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The highest version; empty if there is no versioned migration. */
    public Optional<MigrationVersion> head() {
        return migrations.stream().flatMap(m -> m.version().stream()).max(Comparator.naturalOrder());
    }

    /** The migration with the highest version. */
    public Optional<Migration> newest() {
        return migrations.stream().filter(m -> m.version().equals(head())).findFirst();
    }
}
