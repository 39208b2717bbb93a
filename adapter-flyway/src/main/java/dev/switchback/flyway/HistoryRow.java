package dev.switchback.flyway;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One row of the history table as it stands there.
 *
 * @param rank its key; rows are in the order of their ranks
 * @param version the version; empty for a repeatable migration
 * @param description the description
 * @param type Flyway's type of migration
 * @param script the path of the file, or the name of a Java class
 * @param checksum the checksum, if there is one
 * @param installedBy the database user
 * @param installedOn when it was written, if that can be read
 * @param executionTime how long the script ran
 * @param success whether it succeeded
 */
record HistoryRow(
        int rank,
        Optional<MigrationVersion> version,
        String description,
        String type,
        String script,
        Optional<Integer> checksum,
        String installedBy,
        Optional<Instant> installedOn,
        Duration executionTime,
        boolean success) {

    /** The type of a row that says that an earlier one is no longer in effect. */
    static final String DELETE = "DELETE";

    /** Whether it removes an earlier row; the {@code UNDO_} types are written by other editions. */
    boolean removal() {
        return type.equals(DELETE) || type.startsWith("UNDO_");
    }

    /** Whether it is the marker written by Flyway's {@code baseline}. */
    boolean baselineMarker() {
        return type.equals("BASELINE");
    }

    /** Whether it tells of the table or the schema itself. */
    boolean housekeeping() {
        return type.equals("SCHEMA") || type.equals("TABLE");
    }

    MigrationKind kind() {
        if (version.isEmpty()) {
            return MigrationKind.REPEATABLE;
        }
        return type.endsWith("BASELINE") ? MigrationKind.BASELINE : MigrationKind.VERSIONED;
    }

    HistoryKey key() {
        return new HistoryKey(kind(), version, description);
    }

    /** Whether two rows tell of the same version or, without one, of the same description. */
    boolean sameMigration(HistoryRow other) {
        return version.equals(other.version) && (version.isPresent() || description.equals(other.description));
    }

    /** The file name without folder. */
    String fileName() {
        return script.substring(script.lastIndexOf('/') + 1);
    }
}
