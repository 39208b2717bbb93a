package dev.switchback.flyway;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.SqlScript;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be written as a new row of the history table.
 *
 * @param version the version; empty for a repeatable migration
 * @param description the description; shortened as Flyway does
 * @param type Flyway's type of migration
 * @param script the file; shortened as Flyway does
 * @param checksum the checksum, if there is one
 * @param executionTime how long the script ran
 * @param success whether it succeeded
 */
record HistoryRecord(
        Optional<MigrationVersion> version,
        String description,
        String type,
        String script,
        Optional<Integer> checksum,
        Duration executionTime,
        boolean success) {

    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_SCRIPT = 1000;

    HistoryRecord {
        description = shortened(description);
        if (script.length() > MAX_SCRIPT) {
            script = "..." + script.substring(3, MAX_SCRIPT);
        }
    }

    static String shortened(String description) {
        return description.length() > MAX_DESCRIPTION
                ? description.substring(0, MAX_DESCRIPTION - 3) + "..."
                : description;
    }

    static HistoryRecord applied(MigrationScript script, Duration executionTime, boolean success) {
        return new HistoryRecord(
                script.migration().version(),
                script.migration().description(),
                type(script.kind()),
                script.script(),
                Optional.of(FlywayChecksum.of(script)),
                executionTime,
                success);
    }

    /** The removal of a row by a down script. */
    static HistoryRecord reverted(HistoryRow row, SqlScript down, Duration executionTime, boolean success) {
        Optional<Integer> checksum = Optional.of(FlywayChecksum.of(down.text()));
        return removal(row, down.file(), checksum, executionTime, success);
    }

    /** The removal of a row without running anything, as Flyway's {@code repair} writes it for a missing migration. */
    static HistoryRecord forgotten(HistoryRow row) {
        return removal(row, row.script(), row.checksum(), Duration.ZERO, true);
    }

    private static HistoryRecord removal(
            HistoryRow row, String script, Optional<Integer> checksum, Duration executionTime, boolean success) {
        return new HistoryRecord(
                row.version(), row.description(), HistoryRow.DELETE, script, checksum, executionTime, success);
    }

    private static String type(MigrationKind kind) {
        return kind == MigrationKind.BASELINE ? "SQL_BASELINE" : "SQL";
    }
}
