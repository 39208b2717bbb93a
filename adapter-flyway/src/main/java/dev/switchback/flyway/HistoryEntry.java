package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AppliedMigration.State;
import java.util.Optional;

/**
 * A row together with what later rows made of it.
 *
 * @param row the row that was written when the migration was applied, or failed
 * @param state what became of it
 */
record HistoryEntry(HistoryRow row, State state) {

    AppliedMigration toAppliedMigration(int order) {
        return new AppliedMigration(
                order,
                row.kind(),
                row.version(),
                row.description(),
                row.fileName(),
                state,
                row.checksum().isPresent() ? Optional.of(row.checksum().get().toString()) : Optional.empty(),
                row.installedOn(),
                row.installedBy().isEmpty() ? Optional.empty() : Optional.of(row.installedBy()),
                Optional.of(row.executionTime()));
    }
}
