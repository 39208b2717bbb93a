package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows that the DDL of a model puts into its tables, such as the first number of a generator of Hibernate. They are
 * no part of a schema, but a new table is not what the model means without them.
 */
final class SeedRows {

    private static final Pattern INSERT = Pattern.compile("(?is)insert\\s+into\\s+[\"`]?([\\w$]+)[\"`]?[\\s(].*");

    private SeedRows() {}

    /** The statements that insert rows, in order. */
    static List<String> in(List<Script> scripts, SqlDialect dialect) {
        List<String> inserts = new ArrayList<>();
        for (Script script : scripts) {
            for (SqlStatement statement : SqlSplitter.of(dialect).split(script.text(), script.name())) {
                if (INSERT.matcher(statement.sql()).matches()) {
                    inserts.add(statement.sql());
                }
            }
        }
        return inserts;
    }

    /** Those for tables that a difference creates. */
    static List<DdlStatement> of(List<String> inserts, SchemaDifference difference) {
        Set<String> created = difference.changes().stream()
                .filter(Change.Created.class::isInstance)
                .map(change -> ((Change.Created) change).object())
                .filter(Table.class::isInstance)
                .map(table -> table.name().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return inserts.stream()
                .filter(sql -> created.contains(table(sql)))
                .map(sql -> new DdlStatement(sql, DdlStatement.Risk.NONE, Optional.of("the model fills it")))
                .toList();
    }

    private static String table(String sql) {
        Matcher matcher = INSERT.matcher(sql);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
