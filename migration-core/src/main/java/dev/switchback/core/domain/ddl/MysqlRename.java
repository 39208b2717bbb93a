package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.MariadbDefinitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Table;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The columns of one table of MySQL get other names. It refuses that to one of which a check, a computed column or the
 * expression of an index speaks, so those go in the same statement; the difference that is looked for after the rename
 * brings them back in the new words. Nothing that has rows of its own goes.
 */
final class MysqlRename {

    /** An expression where an index has a column. */
    private static final Pattern EXPRESSION = Pattern.compile("[(,]\\s*\\(");

    private final Table table;
    private final Map<String, String> names;
    private final Set<String> touched;

    MysqlRename(Table table, Map<String, String> names) {
        this.table = table;
        this.names = new TreeMap<>(names);
        this.touched = MariadbComputed.withComputed(table, names.keySet());
    }

    Optional<DdlStatement> statement() {
        Clauses clauses = new Clauses();
        table.constraints().stream()
                .filter(this::isInTheWay)
                .forEach(constraint -> clauses.add(MariadbDefinitions.drop(constraint)));
        table.indexes().stream()
                .filter(index -> isExpression(index.definition()))
                .forEach(index -> clauses.add("DROP INDEX " + name(index.name())));
        Set<String> gone = gone();
        gone.forEach(column -> clauses.add("DROP COLUMN " + name(column)));
        names.forEach((before, after) -> {
            if (!gone.contains(before)) {
                clauses.add(MariadbDefinitions.rename(before, after));
            }
        });
        return clauses.statement("ALTER TABLE " + name(table.name()));
    }

    /** What is computed from a column that is renamed. */
    private Set<String> gone() {
        return table.columns().stream()
                .filter(column -> MariadbComputed.mentions(column.generated().orElse(""), touched))
                .map(Column::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean isInTheWay(Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK -> MariadbComputed.mentions(constraint.definition(), touched);
            case UNIQUE -> isExpression(constraint.definition());
            case PRIMARY_KEY, FOREIGN_KEY, EXCLUSION -> false;
        };
    }

    private boolean isExpression(String definition) {
        return EXPRESSION.matcher(definition).find() && MariadbComputed.mentions(definition, touched);
    }
}
