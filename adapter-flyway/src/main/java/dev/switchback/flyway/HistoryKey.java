package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a migration the same one: its kind and version or, for a repeatable one, its description. */
record HistoryKey(MigrationKind kind, Optional<MigrationVersion> version, String description) {

    HistoryKey {
        description = version.isPresent() ? "" : description;
    }

    static HistoryKey of(AppliedMigration applied) {
        return new HistoryKey(applied.kind(), applied.version(), applied.description());
    }

    HistoryKey withKind(MigrationKind other) {
        return new HistoryKey(other, version, description);
    }

    // written out, for the methods that a record has by itself are put together anew in every process, which shows in
    // the time of a start
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HistoryKey key
                && kind == key.kind
                && version.equals(key.version)
                && description.equals(key.description);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + version.hashCode()) + description.hashCode();
    }
}
