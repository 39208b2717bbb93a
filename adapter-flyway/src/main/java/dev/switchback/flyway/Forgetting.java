package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AppliedMigration.State;
import dev.switchback.api.model.MigrationKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the history forget migrations. Works on one reading of the table. */
final class Forgetting {

    private final HistoryWriter writer;
    private final List<HistoryRow> rows;
    private final EffectiveHistory history;

    Forgetting(HistoryWriter writer, List<HistoryRow> rows) {
        this.writer = writer;
        this.rows = List.copyOf(rows);
        this.history = EffectiveHistory.of(rows);
    }

    /** Forgets what is still there; what was removed before is never removed twice, which plain Flyway calls corrupt. */
    void forget(Connection connection, List<AppliedMigration> forgotten) throws SQLException {
        List<HistoryRow> deleted = new ArrayList<>();
        List<HistoryRecord> removals = new ArrayList<>();
        for (AppliedMigration applied : forgotten) {
            Optional<HistoryEntry> found = history.find(applied);
            if (found.isPresent()) {
                HistoryEntry entry = found.get();
                if (entry.state() == State.FAILED || entry.state() == State.FAILED_DOWN) {
                    deleted.addAll(failuresOf(entry.row()));
                } else if (entry.row().kind() == MigrationKind.BASELINE) {
                    // a removal row does not take back the effect of a baseline in plain Flyway
                    deleted.add(entry.row());
                } else {
                    removals.add(HistoryRecord.forgotten(entry.row()));
                }
                history.remove(entry);
            }
        }
        writer.delete(connection, deleted);
        writer.append(connection, removals);
    }

    private List<HistoryRow> failuresOf(HistoryRow failed) {
        return rows.stream()
                .filter(row -> !row.success() && row.sameMigration(failed))
                .toList();
    }
}
