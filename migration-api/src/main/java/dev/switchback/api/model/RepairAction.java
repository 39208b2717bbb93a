package dev.switchback.api.model;

import java.util.Objects;

/**
 * One way to put the recorded state right. None of them runs a script: the user has looked at the database and says what
 * is true. The migration is named by its version, by the file name, or for a repeatable one by its description.
 */
public sealed interface RepairAction {

    /** The migration as the user names it. */
    String migration();

    /**
     * The failed migration was completed by hand: record it as applied.
     *
     * @param migration the migration
     */
    record MarkApplied(String migration) implements RepairAction {
        /** Checks that a migration is named. */
        public MarkApplied {
            Objects.requireNonNull(migration, "migration");
        }
    }

    /**
     * The failed migration was undone by hand: forget that it was tried, so that it is pending again. For a failed down
     * script: the migration is fully reverted.
     *
     * @param migration the migration
     */
    record MarkReverted(String migration) implements RepairAction {
        /** Checks that a migration is named. */
        public MarkReverted {
            Objects.requireNonNull(migration, "migration");
        }
    }

    /**
     * The edit of an applied migration is meant: record the checksum of the file as it is now.
     *
     * @param migration the migration
     */
    record UpdateChecksum(String migration) implements RepairAction {
        /** Checks that a migration is named. */
        public UpdateChecksum {
            Objects.requireNonNull(migration, "migration");
        }
    }

    /**
     * The file of an applied migration is gone for good: forget the migration.
     *
     * @param migration the migration
     */
    record ForgetMissing(String migration) implements RepairAction {
        /** Checks that a migration is named. */
        public ForgetMissing {
            Objects.requireNonNull(migration, "migration");
        }
    }
}
