package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.ArrayList;
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
    public List<DdlStatement> rename(Renames renames) {
        List<DdlStatement> statements = new ArrayList<>();
        renames.tables().entrySet().stream()
                .map(e -> "ALTER TABLE " + SqliteNames.quoted(e.getKey().name()) + " RENAME TO "
                        + SqliteNames.quoted(e.getValue().name()))
                .sorted()
                .forEach(sql -> statements.add(DdlStatement.of(sql)));
        renames.columns()
                .forEach((table, columns) -> columns.entrySet().stream()
                        .map(e -> "ALTER TABLE " + SqliteNames.quoted(table.name()) + " RENAME COLUMN "
                                + SqliteNames.quoted(e.getKey()) + " TO " + SqliteNames.quoted(e.getValue()))
                        .sorted()
                        .forEach(sql -> statements.add(DdlStatement.of(sql))));
        return statements;
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
