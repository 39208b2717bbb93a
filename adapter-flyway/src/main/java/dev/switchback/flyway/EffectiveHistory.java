package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AppliedMigration.State;
import dev.switchback.api.model.MigrationKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the rows of the history table amount to: removals take effect, a migration is there once. The rules are those of
 * Flyway's {@code info}, except that a failed removal is told as one and {@code UNDO_} rows of other editions are
 * understood.
 */
final class EffectiveHistory {

    private final Map<HistoryKey, HistoryEntry> entries = new LinkedHashMap<>();

    private EffectiveHistory() {}

    static EffectiveHistory of(List<HistoryRow> rows) {
        EffectiveHistory history = new EffectiveHistory();
        for (HistoryRow row : rows) {
            history.add(row);
        }
        return history;
    }

    List<AppliedMigration> toAppliedMigrations() {
        List<AppliedMigration> applied = new ArrayList<>(entries.size());
        for (HistoryEntry entry : entries.values()) {
            applied.add(entry.toAppliedMigration(applied.size() + 1));
        }
        return List.copyOf(applied);
    }

    Optional<HistoryEntry> find(AppliedMigration applied) {
        return Optional.ofNullable(entries.get(HistoryKey.of(applied)));
    }

    /** Forgets a migration that has just been removed from the table. */
    void remove(HistoryEntry entry) {
        entries.remove(entry.row().key());
    }

    private void add(HistoryRow row) {
        if (row.housekeeping()) {
            return;
        }
        if (!row.removal()) {
            addApplied(row);
        } else if (row.success()) {
            removable(row).ifPresent(this::remove);
        } else {
            removable(row)
                    .ifPresent(
                            entry -> entries.put(entry.row().key(), new HistoryEntry(entry.row(), State.FAILED_DOWN)));
        }
    }

    private void addApplied(HistoryRow row) {
        State inEffect = row.baselineMarker() ? State.BASELINE : State.APPLIED;
        // a repeatable migration moves to the place of its latest run
        entries.remove(row.key());
        entries.put(row.key(), new HistoryEntry(row, row.success() ? inEffect : State.FAILED));
    }

    /** The latest row that a removal can mean; a baseline marker is no migration and stays. */
    private Optional<HistoryEntry> removable(HistoryRow removal) {
        return Stream.of(MigrationKind.values())
                .map(kind -> entries.get(removal.key().withKind(kind)))
                .filter(Objects::nonNull)
                .filter(entry -> !entry.row().baselineMarker())
                .max(Comparator.comparingInt(entry -> entry.row().rank()));
    }
}
