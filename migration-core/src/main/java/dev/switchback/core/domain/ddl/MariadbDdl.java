package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The words of MariaDB and MySQL. Views keep the old names when a table is renamed: they are made anew by the difference. */
public final class MariadbDdl implements DdlRenderer {

    private final boolean mysql;
    private final Supplier<String> charset;

    private MariadbDdl(boolean mysql, Supplier<String> charset) {
        this.mysql = mysql;
        this.charset = charset;
    }

    /** The words of MariaDB. */
    public static MariadbDdl ofMariadb() {
        return new MariadbDdl(false, () -> "CHARACTER SET DEFAULT");
    }

    /**
     * The words of MySQL.
     *
     * @param charset asked for what a table has of which nothing is said, such as {@code CHARACTER SET utf8mb4 COLLATE
     *     utf8mb4_bin}, for which MySQL has no word
     */
    public static MariadbDdl ofMysql(Supplier<String> charset) {
        return new MariadbDdl(true, charset);
    }

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        return new MariadbScript(difference, mysql, charset).statements();
    }

    @Override
    public List<DdlStatement> rename(Renames renames, DatabaseSchema now) {
        List<DdlStatement> script = new ArrayList<>();
        if (mysql) {
            // the names that it makes up for checks change with that of the table, so its columns come first
            Renames back = renames.inverse();
            columns(renames)
                    .forEach((table, names) -> now.table(back.tables().getOrDefault(table, table))
                            .flatMap(before -> new MysqlRename(before, names).statement())
                            .ifPresent(statement -> add(script, statement.sql())));
            tables(renames, script);
        } else {
            tables(renames, script);
            columns(renames).forEach((table, names) -> {
                Clauses clauses = new Clauses();
                new TreeMap<>(names).forEach((before, after) -> clauses.add(MariadbDefinitions.rename(before, after)));
                clauses.statement("ALTER TABLE " + MariadbDefinitions.name(table))
                        .ifPresent(statement -> add(script, statement.sql()));
            });
        }
        return script;
    }

    private static Map<ObjectName, Map<String, String>> columns(Renames renames) {
        return new TreeMap<>(renames.columns());
    }

    private static void tables(Renames renames, List<DdlStatement> script) {
        RenameOrder.ofTables(renames)
                .forEach(step -> add(
                        script,
                        "RENAME TABLE " + MariadbDefinitions.name(step.before()) + " TO "
                                + MariadbDefinitions.name(step.after())));
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
