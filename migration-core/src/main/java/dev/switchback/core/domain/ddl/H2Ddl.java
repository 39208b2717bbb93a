package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of H2. Views keep the old names when a table is renamed: they are made anew by the difference. */
public final class H2Ddl implements DdlRenderer {

    /** Holds nothing. */
    public H2Ddl() {}

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        return new H2Script(difference).statements();
    }

    @Override
    public List<DdlStatement> rename(Renames renames) {
        List<DdlStatement> script = new ArrayList<>();
        Map<String, String> tables = new HashMap<>();
        renames.tables().forEach((before, after) -> tables.put(before.name(), after.name()));
        for (RenameOrder.Step step : RenameOrder.of(tables)) {
            add(script, "ALTER TABLE " + name(step.before()) + " RENAME TO " + name(step.after()));
        }
        Map<ObjectName, Map<String, String>> columns = new TreeMap<>(renames.columns());
        columns.forEach((table, names) -> RenameOrder.of(names)
                .forEach(step -> add(
                        script,
                        "ALTER TABLE " + name(table) + " ALTER COLUMN " + name(step.before()) + " RENAME TO "
                                + name(step.after()))));
        return script;
    }

    private static void add(List<DdlStatement> script, String sql) {
        script.add(DdlStatement.of(QuotedNames.H2.relaxed(sql)));
    }

    /** Every statement of DDL commits by itself, in a transaction or not. */
    @Override
    public boolean needsNoTransaction(List<DdlStatement> statements) {
        return false;
    }
}
