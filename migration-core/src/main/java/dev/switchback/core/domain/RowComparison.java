package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;

/** How the file of an applied migration compares with the row that tells of it. Pure. */
public interface RowComparison {

    /**
     * Whether the file has another text than was applied.
     *
     * @param offered the migration as the files offer it
     * @param applied the row
     * @return whether that is sure
     */
    boolean isEdited(MigrationScript offered, AppliedMigration applied);

    /**
     * Whether the row tells of a file of another name, so that the plain engine would refuse the file or run it again.
     * Called for each applied migration with a version, of each command.
     *
     * @param offered the migration as the files offer it
     * @param applied the row
     * @return whether the file was renamed, as far as the engine minds
     */
    boolean isRenamed(MigrationScript offered, AppliedMigration applied);
}
