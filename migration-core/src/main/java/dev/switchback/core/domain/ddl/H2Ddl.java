package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.List;

/** The words of H2. Views keep the old names when a table is renamed: they are made anew by the difference. */
public final class H2Ddl implements DdlRenderer {

    /** Holds nothing. */
    public H2Ddl() {}

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        return new H2Script(difference).statements();
    }

    @Override
    public List<DdlStatement> rename(Renames renames, DatabaseSchema now) {
        return RenameOrder.oneByOne(
                renames,
                (before, after) -> QuotedNames.H2.relaxed("ALTER TABLE " + name(before) + " RENAME TO " + name(after)),
                (table, before, after) -> QuotedNames.H2.relaxed(
                        "ALTER TABLE " + name(table) + " ALTER COLUMN " + name(before) + " RENAME TO " + name(after)));
    }

    /** Every statement of DDL commits by itself, in a transaction or not. */
    @Override
    public boolean needsNoTransaction(List<DdlStatement> statements) {
        return false;
    }
}
