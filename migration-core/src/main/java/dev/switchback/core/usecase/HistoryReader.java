package dev.switchback.core.usecase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The history as the engine's table and our journal tell it together. */
final class HistoryReader {

    private final SchemaVersionStore store;
    private final Journal journal;

    HistoryReader(SchemaVersionStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * What they tell.
     *
     * @param rows the history, with what did not end marked as failed
     * @param unfinished how far those came that did not end; without those that only the plain engine knows
     */
    record History(List<AppliedMigration> rows, List<JournalEntry> unfinished) {}

    History read(Connection connection, Offer offer) throws SQLException {
        List<AppliedMigration> rows = new ArrayList<>(store.read(connection));
        List<JournalEntry> unfinished = new ArrayList<>();
        for (JournalEntry entry : journal.read(connection)) {
            if (!entry.isVoid()) {
                merge(rows, entry, offer);
                unfinished.add(entry);
            }
        }
        return new History(List.copyOf(rows), List.copyOf(unfinished));
    }

    /** A row in the journal is a failure, unless the engine's table shows that the migration came to its end. */
    private void merge(List<AppliedMigration> rows, JournalEntry entry, Offer offer) {
        int at = indexOf(rows, entry.identity());
        if (entry.direction() == Direction.UP) {
            if (at < 0) {
                rows.add(unfinished(entry, rows.size() + 1));
            } else if (rows.get(at).inEffect() && isOlderRun(rows.get(at), offer)) {
                rows.set(at, withState(rows.get(at), AppliedMigration.State.FAILED));
            }
        } else if (at >= 0 && rows.get(at).inEffect()) {
            rows.set(at, withState(rows.get(at), AppliedMigration.State.FAILED_DOWN));
        }
    }

    /** A repeatable migration that was being run again: the row still tells of the run before. */
    private boolean isOlderRun(AppliedMigration row, Offer offer) {
        Optional<MigrationScript> script = offer.migrations().stream()
                .filter(m -> MigrationIdentity.of(m.migration()).equals(MigrationIdentity.of(row)))
                .findFirst();
        return row.version().isEmpty() && script.isPresent() && store.isEdited(script.get(), row);
    }

    private static int indexOf(List<AppliedMigration> rows, MigrationIdentity migration) {
        for (int i = 0; i < rows.size(); i++) {
            if (MigrationIdentity.of(rows.get(i)).equals(migration)) {
                return i;
            }
        }
        return -1;
    }

    private static AppliedMigration unfinished(JournalEntry entry, int order) {
        return new AppliedMigration(
                order,
                entry.kind(),
                entry.version(),
                entry.description(),
                entry.script(),
                AppliedMigration.State.FAILED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static AppliedMigration withState(AppliedMigration row, AppliedMigration.State state) {
        return new AppliedMigration(
                row.order(),
                row.kind(),
                row.version(),
                row.description(),
                row.script(),
                state,
                row.checksum(),
                row.appliedAt(),
                row.appliedBy(),
                row.executionTime(),
                row.tags());
    }
}
