package dev.switchback.flyway;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.Optional;

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
}
