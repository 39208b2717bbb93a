package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import java.util.Objects;
import java.util.Optional;

/** A line of the history. */
public sealed interface HistoryLine {

    /** The version; empty for what is repeatable. */
    Optional<MigrationVersion> version();

    /**
     * What the history table has.
     *
     * @param row its row
     */
    record Applied(AppliedMigration row) implements HistoryLine {
        /** Checks that it is there. */
        public Applied {
            Objects.requireNonNull(row, "row");
        }

        @Override
        public Optional<MigrationVersion> version() {
            return row.version();
        }
    }

    /**
     * What is to come.
     *
     * @param file the migration and its state
     */
    record Pending(MigrationStatus file) implements HistoryLine {
        /** Checks that it is there. */
        public Pending {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public Optional<MigrationVersion> version() {
            return file.version();
        }
    }
}
