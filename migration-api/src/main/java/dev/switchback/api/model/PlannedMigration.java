package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;

/**
 * One step of a plan.
 *
 * @param migration the migration to apply or to revert
 * @param script the file that would run: the up or the down script
 * @param transactional whether it would run all or nothing: in one transaction, with no statement that the database
 *     commits by itself
 * @param statements what would be sent to the database, in order
 */
public record PlannedMigration(
        Migration migration, String script, boolean transactional, List<PlannedStatement> statements) {
    /** Copies the list. */
    public PlannedMigration {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(script, "script");
        statements = List.copyOf(statements);
    }
}
