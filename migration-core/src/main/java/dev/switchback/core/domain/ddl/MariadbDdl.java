package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The words of MariaDB and MySQL. Views keep the old names when a table is renamed: they are made anew by the difference. */
public final class MariadbDdl implements DdlRenderer {

    /** Holds nothing. */
    public MariadbDdl() {}

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        return new MariadbScript(difference).statements();
    }

    @Override
    public List<DdlStatement> rename(Renames renames) {
        List<DdlStatement> script = new ArrayList<>();
        Map<String, String> tables = new HashMap<>();
        renames.tables().forEach((before, after) -> tables.put(before.name(), after.name()));
        for (RenameOrder.Step step : RenameOrder.of(tables)) {
            add(
                    script,
                    "RENAME TABLE " + MariadbDefinitions.name(step.before()) + " TO "
                            + MariadbDefinitions.name(step.after()));
        }
        Map<ObjectName, Map<String, String>> columns = new TreeMap<>(renames.columns());
        columns.forEach((table, names) -> {
            Clauses clauses = new Clauses();
            RenameOrder.of(names)
                    .forEach(step -> clauses.add("RENAME COLUMN " + MariadbDefinitions.name(step.before()) + " TO "
                            + MariadbDefinitions.name(step.after())));
            clauses.statement("ALTER TABLE " + MariadbDefinitions.name(table))
                    .ifPresent(statement -> add(script, statement.sql()));
        });
        return script;
    }

    private static void add(List<DdlStatement> script, String sql) {
        script.add(DdlStatement.of(QuotedNames.MARIADB.relaxed(sql)));
    }

    /** Every statement of DDL commits by itself, in a transaction or not. */
    @Override
    public boolean needsNoTransaction(List<DdlStatement> statements) {
        return false;
    }
}
