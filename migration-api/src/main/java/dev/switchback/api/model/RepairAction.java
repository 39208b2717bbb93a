package dev.switchback.api.model;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * One way to put the recorded state right. But for {@link Resume}, none of them runs a script: the user has looked at the
 * database and says what is true. The migration is named by its version, by the file name, or for a repeatable one by its
 * description.
 */
public sealed interface RepairAction {

    /** The migration as the user names it. */
    String migration();

    /**
     * Goes on with the failed migration, up or down, after the statements that are done, and records it at its end. What
     * is not done yet may have been corrected in the file; what is done must be as it ran.
     *
     * <p>Settings that statements before it made in their session, such as the current schema, are made again. Refused
     * if it needs something else of that session, for example a temporary table; and if the process died in a statement
     * that the database commits by itself, so that only a look at the database tells whether it took effect. Then,
     * and when it failed under the plain engine, the user says with which statement to go on.
     *
     * @param migration the migration
     * @param from the first statement to run, from 1, one more than the script has to run none; those before it are taken
     *     for done, whatever is recorded. Empty to go on after those that are recorded as done
     */
    record Resume(String migration, OptionalInt from) implements RepairAction {
        /** Checks that a migration is named, and that statements count from 1. */
        public Resume {
            Objects.requireNonNull(migration, "migration");
            if (from.isPresent() && from.getAsInt() < 1) {
                throw new IllegalArgumentException("statements count from 1");
            }
        }

        /**
         * After the statements that are recorded as done.
         *
         * @param migration the migration
         */
        public Resume(String migration) {
            this(migration, OptionalInt.empty());
        }
    }

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
     * The edit or the new name of an applied migration is meant: record the checksum and the name of the file as they are
     * now. A repeatable migration is recorded in {@code migrations.sum} only, so that it runs again with the next upgrade.
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
