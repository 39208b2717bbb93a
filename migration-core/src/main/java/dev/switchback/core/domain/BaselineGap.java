package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.List;
import java.util.Optional;

/**
 * A database that had not come as far as a baseline when that took the place of the files: what lay between is in no file
 * any more, and the baseline is for databases without a history.
 */
final class BaselineGap {
    private BaselineGap() {}

    /**
     * Looks for one.
     *
     * @param offer what the files offer
     * @param history what the database has had
     * @return the baseline of which this database would get nothing; empty if it needs none, or files lead up to it
     */
    static Optional<Migration> between(Offer offer, List<AppliedMigration> history) {
        Optional<MigrationVersion> baseline = offer.baseline();
        Optional<MigrationVersion> current = Reconciliation.highestInEffect(history);
        if (baseline.isEmpty() || history.isEmpty() || isReached(baseline.get(), current, history)) {
            return Optional.empty();
        }
        Optional<Migration> found = Optional.empty();
        for (MigrationScript script : offer.migrations()) {
            Optional<MigrationVersion> version = script.migration().version();
            if (version.isEmpty() || version.get().isAfter(baseline.get())) {
                continue;
            }
            boolean isAtOrAfterCurrent = current.isEmpty() || !current.get().isAfter(version.get());
            if (script.kind() == MigrationKind.VERSIONED && isAtOrAfterCurrent) {
                // the files were kept, and a database goes its way through them
                return Optional.empty();
            }
            if (version.equals(baseline)) {
                found = Optional.of(script.migration());
            }
        }
        return found;
    }

    /** One that failed is told of by its own row, which decides what comes next. */
    private static boolean isReached(
            MigrationVersion baseline, Optional<MigrationVersion> current, List<AppliedMigration> history) {
        boolean isBehind = current.isEmpty() || baseline.isAfter(current.get());
        return !isBehind || history.stream().anyMatch(row -> row.version().equals(Optional.of(baseline)));
    }
}
