package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.List;

/**
 * Writes differences for SQLite. What {@code ALTER TABLE} cannot do is done by making the table anew; if a foreign key
 * points to such a table, foreign keys have to be off, which is only possible outside of a transaction: such a script
 * brings a transaction of its own. Stateless.
 */
public final class SqliteDdl implements DdlRenderer {

    /** Nothing to prepare. */
    public SqliteDdl() {}

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        return new SqliteScript(difference).statements();
    }

    @Override
    public List<DdlStatement> rename(Renames renames, DatabaseSchema now) {
        return RenameOrder.oneByOne(
                renames,
                (before, after) ->
                        "ALTER TABLE " + SqliteNames.quoted(before) + " RENAME TO " + SqliteNames.quoted(after),
                (table, before, after) -> "ALTER TABLE " + SqliteNames.quoted(table.name()) + " RENAME COLUMN "
                        + SqliteNames.quoted(before) + " TO " + SqliteNames.quoted(after));
    }

    @Override
    public List<DdlStatement> together(List<DdlStatement> statements) {
        return needsNoTransaction(statements) ? SqliteScript.inOneTransaction(statements) : statements;
    }

    @Override
    public boolean needsNoTransaction(List<DdlStatement> statements) {
        return statements.stream().anyMatch(s -> s.sql().equals(SqliteScript.FOREIGN_KEYS_OFF));
    }
}
