package dev.switchback.api.model;

import java.util.Optional;

/**
 * One line of a status report: what the files offer beside what the database has. At least one of the two is there.
 *
 * @param migration the migration as offered, if its file is there
 * @param applied the row of the history, if there is one
 * @param state how it stands
 */
public record MigrationStatus(Optional<Migration> migration, Optional<AppliedMigration> applied, MigrationState state) {

    /** Checks that at least one side is there. */
    public MigrationStatus {
        if (migration.isEmpty() && applied.isEmpty()) {
            throw new IllegalArgumentException("a status needs a file or a row of the history");
        }
    }

    /** Its version; empty for a repeatable migration. */
    public Optional<MigrationVersion> version() {
        return migration.flatMap(Migration::version).or(() -> applied.flatMap(AppliedMigration::version));
    }

    /** What it does. */
    public String description() {
        return migration
                .map(Migration::description)
                .or(() -> applied.map(AppliedMigration::description))
                .orElse("");
    }

    /** Its file name. */
    public String script() {
        return migration
                .map(Migration::script)
                .or(() -> applied.map(AppliedMigration::script))
                .orElse("");
    }

    /** A short name for messages: the version, or R and the description. */
    public String label() {
        return migration
                .map(Migration::label)
                .or(() -> applied.map(AppliedMigration::label))
                .orElse("");
    }
}
