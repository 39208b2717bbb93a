package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.List;

/** Writes a difference as SQL. One for each dialect; pure, touches no database. */
public interface DdlRenderer {

    /**
     * The statements that lead from the first schema of a difference to the second, in an order that runs, also on tables
     * with rows in them.
     *
     * @param difference what differs
     * @return the statements; none if nothing differs
     */
    List<DdlStatement> render(SchemaDifference difference);

    /**
     * The statements that make a schema in an empty database, in an order that runs and that a person reads with ease.
     *
     * @param schema the schema
     * @return the statements
     */
    default List<DdlStatement> create(DatabaseSchema schema) {
        return render(SchemaDiff.between(DatabaseSchema.of(schema.dialect(), List.of(), List.of()), schema));
    }

    /**
     * The statements that rename tables and columns, before anything else. They are applied to a scratch copy, and what
     * differs is looked for after them; so the database itself says what a rename does to views, keys and checks.
     *
     * @param renames what somebody said was renamed
     * @param now the schema as it is before
     * @return the statements; what stands in the way of one may go with it, and is missed by the difference after them
     */
    List<DdlStatement> rename(Renames renames, DatabaseSchema now);

    /**
     * One script of statements that were rendered apart, such as renames and what differs after them. Where some of them
     * bring a transaction of their own, all of them have to be in it: else the script can stop half-way.
     *
     * @param statements what was rendered, in the order in which it has to run
     * @return the script
     */
    default List<DdlStatement> together(List<DdlStatement> statements) {
        return statements;
    }

    /**
     * Whether the statements have to run outside of a transaction, because the dialect has one that cannot be in it, as
     * {@code PRAGMA foreign_keys} of SQLite.
     *
     * @param statements what was rendered
     * @return whether the script needs {@code transaction=off}
     */
    boolean needsNoTransaction(List<DdlStatement> statements);
}
