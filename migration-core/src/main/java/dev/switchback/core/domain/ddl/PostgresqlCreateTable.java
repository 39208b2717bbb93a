package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes tables of PostgreSQL. */
final class PostgresqlCreateTable {

    private final PostgresqlScript script;

    /** The tables that a foreign key may point to at once: they are as they will be. */
    private final Map<ObjectName, Table> ready;

    PostgresqlCreateTable(PostgresqlScript script, Map<ObjectName, Table> ready) {
        this.script = script;
        this.ready = ready;
    }

    void write(Table table) {
        String name = PostgresqlNames.of(table.name());
        List<PostgresqlColumn> columns = table.columns().stream()
                .map(c -> new PostgresqlColumn(table.name(), c))
                .toList();
        Optional<PostgresqlCounter> none = Optional.empty();
        columns.stream()
                .filter(PostgresqlColumn::needsSequence)
                .forEach(c -> script.add(
                        Phase.CREATE_TABLES,
                        c.counter().or(() -> none).orElseThrow().create(c.column())));
        script.add(Phase.CREATE_TABLES, statement(table, columns));
        columns.stream()
                .filter(PostgresqlColumn::needsSequence)
                .forEach(c -> script.add(
                        Phase.CREATE_TABLES, c.counter().orElseThrow().ownedBy(name, c.column())));
        for (PostgresqlColumn column : columns) {
            column.storage(Optional.empty())
                    .forEach(clause -> script.add(Phase.CREATE_TABLES, "ALTER TABLE " + name + " " + clause));
        }
        comments(table, columns);
        rest(table, name);
        ready.put(table.name(), table);
    }

    private void comments(Table table, List<PostgresqlColumn> columns) {
        table.comment()
                .ifPresent(c -> script.add(
                        Phase.CREATE_TABLES,
                        "COMMENT ON TABLE " + PostgresqlNames.of(table.name()) + " IS " + PostgresqlNames.text(c)));
        columns.stream()
                .flatMap(c -> c.comment(Optional.empty()).stream())
                .forEach(sql -> script.add(Phase.CREATE_TABLES, sql));
    }

    /** What does not stand in the statement itself. */
    private void rest(Table table, String name) {
        boolean partition = PostgresqlPartition.isPartition(table);
        for (Constraint constraint : table.constraints()) {
            boolean later = isNotValid(constraint);
            if (constraint.kind() == Constraint.Kind.FOREIGN_KEY && (later || !isReady(table, constraint))) {
                script.add(Phase.ADD_FOREIGN_KEYS, "ALTER TABLE " + name + " ADD " + text(table, constraint));
            } else if (partition || later) {
                script.add(Phase.ADD_CONSTRAINTS, "ALTER TABLE " + name + " ADD " + text(table, constraint));
            }
        }
        for (Index index : table.indexes()) {
            script.add(Phase.CREATE_INDEXES, index.definition());
            comment(index).ifPresent(sql -> script.add(Phase.CREATE_INDEXES, sql));
        }
    }

    static Optional<String> comment(Index index) {
        return index.comment()
                .map(c -> "COMMENT ON INDEX " + PostgresqlNames.of(index.name()) + " IS " + PostgresqlNames.text(c));
    }

    /** A new table takes all of its constraints for proven. */
    static boolean isNotValid(Constraint constraint) {
        return constraint.definition().endsWith(" NOT VALID");
    }

    /** If it is an index that makes a key of what it points to, that comes later. */
    private boolean isReady(Table table, Constraint foreignKey) {
        Set<String> pointedTo = PostgresqlKeys.pointedTo(foreignKey);
        return foreignKey
                .references()
                .map(name -> name.equals(table.name()) ? table : ready.get(name))
                .filter(target -> target.constraints().stream()
                        .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY || c.kind() == Constraint.Kind.UNIQUE)
                        .map(c -> c.columns().stream().map(PostgresqlNames::of).collect(Collectors.toSet()))
                        .anyMatch(pointedTo::equals))
                .isPresent();
    }

    private String statement(Table table, List<PostgresqlColumn> columns) {
        PostgresqlTableOptions options = PostgresqlTableOptions.of(table.options());
        String head = "CREATE " + (options.unlogged() ? "UNLOGGED " : "") + "TABLE " + PostgresqlNames.of(table.name());
        Optional<PostgresqlTableOptions.Part> part = options.partitionOf();
        if (part.isPresent()) {
            return head + " PARTITION OF " + part.get().whole() + " "
                    + part.get().bounds() + options.tail();
        }
        Optional<Constraint> inline = table.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .filter(c -> c.columns().size() == 1 && isUsual(table, c))
                .filter(c -> c.definition().equals("PRIMARY KEY " + PostgresqlNames.list(c.columns())))
                .findFirst();
        Set<String> key = table.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .flatMap(c -> c.columns().stream())
                .collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        for (PostgresqlColumn column : columns) {
            boolean isKey = inline.filter(
                            c -> c.columns().contains(column.column().name()))
                    .isPresent();
            lines.add(column.definition(key.contains(column.column().name())) + (isKey ? " PRIMARY KEY" : ""));
        }
        table.constraints().stream()
                .filter(c -> inline.filter(c::equals).isEmpty())
                .filter(c -> !isNotValid(c))
                .filter(c -> c.kind() != Constraint.Kind.FOREIGN_KEY || isReady(table, c))
                .map(c -> text(table, c))
                .forEach(lines::add);
        return head + (lines.isEmpty() ? " ()" : " (\n    " + String.join(",\n    ", lines) + "\n)") + options.tail();
    }

    /** As it is written: with its name, unless the database gives it the same by itself. */
    static String text(Table table, Constraint constraint) {
        String definition = constraint.kind() == Constraint.Kind.CHECK
                ? PostgresqlLists.written(table, constraint.definition())
                : constraint.definition();
        return isUsual(table, constraint)
                ? definition
                : constraint
                                .name()
                                .map(n -> "CONSTRAINT " + PostgresqlNames.of(n) + " ")
                                .orElse("")
                        + definition;
    }

    private static boolean isUsual(Table table, Constraint constraint) {
        List<String> parts = new ArrayList<>();
        parts.add(table.name().name());
        switch (constraint.kind()) {
            case PRIMARY_KEY -> parts.add("pkey");
            case UNIQUE -> {
                parts.addAll(constraint.columns());
                parts.add("key");
            }
            case FOREIGN_KEY -> {
                parts.addAll(constraint.columns());
                parts.add("fkey");
            }
            default -> {
                return false;
            }
        }
        return constraint.name().filter(n -> PostgresqlNames.isUsual(n, parts)).isPresent();
    }

    /** Whether a column is a key of its table. */
    static boolean isKey(Table table, Column column) {
        return table.constraints().stream()
                .anyMatch(c ->
                        c.kind() == Constraint.Kind.PRIMARY_KEY && c.columns().contains(column.name()));
    }
}
