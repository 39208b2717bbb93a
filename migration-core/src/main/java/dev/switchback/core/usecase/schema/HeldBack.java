package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desired schema with what would be lost put back into it: tables, columns and sequences that are not wanted any more.
 * A column that needs a value may be null from then on, because nobody gives it one any more.
 *
 * @param schema the desired schema with them
 * @param names what was put back, such as {@code column book.subtitle}
 */
record HeldBack(DatabaseSchema schema, List<String> names) {
    /** Copies the list. */
    HeldBack {
        names = List.copyOf(names);
    }

    static HeldBack nothing(DatabaseSchema desired) {
        return new HeldBack(desired, List.of());
    }

    /**
     * Puts things back.
     *
     * @param from where they are still
     * @param desired where they are not any more
     * @param held whether one is held back, by its name
     * @return the desired schema with them
     */
    static HeldBack of(DatabaseSchema from, DatabaseSchema desired, Predicate<String> held) {
        List<String> names = new ArrayList<>();
        SortedMap<ObjectName, Table> tables = new TreeMap<>(desired.tables());
        for (Map.Entry<ObjectName, Table> entry : from.tables().entrySet()) {
            Table wanted = desired.tables().get(entry.getKey());
            if (wanted != null) {
                tables.put(entry.getKey(), withColumns(entry.getValue(), wanted, held, names));
            } else if (held.test("table " + entry.getKey())) {
                names.add("table " + entry.getKey());
                tables.put(entry.getKey(), entry.getValue());
            }
        }
        SortedMap<ObjectName, Sequence> sequences = new TreeMap<>(desired.sequences());
        from.sequences().forEach((name, sequence) -> {
            if (!sequences.containsKey(name) && held.test("sequence " + name)) {
                names.add("sequence " + name);
                sequences.put(name, sequence);
            }
        });
        SortedMap<ObjectName, UserType> types = new TreeMap<>(desired.types());
        SortedMap<String, Routine> routines = new TreeMap<>(desired.routines());
        uses(from, tables, desired).forEach(name -> {
            from.types().entrySet().stream()
                    .filter(type -> type.getKey().equals(name))
                    .forEach(type -> types.putIfAbsent(name, type.getValue()));
            from.sequences().entrySet().stream()
                    .filter(sequence -> sequence.getKey().equals(name))
                    .forEach(sequence -> sequences.putIfAbsent(name, sequence.getValue()));
            from.routines().entrySet().stream()
                    .filter(routine -> routine.getValue().name().equals(name))
                    .forEach(routine -> routines.putIfAbsent(routine.getKey(), routine.getValue()));
        });
        DatabaseSchema schema = new DatabaseSchema(
                desired.dialect(),
                tables,
                desired.views(),
                sequences,
                types,
                routines,
                desired.triggers(),
                desired.unsupported());
        return new HeldBack(schema, names);
    }

    /** What is computed can be computed again, so it is no loss. */
    private static Table withColumns(Table from, Table desired, Predicate<String> held, List<String> names) {
        List<Column> columns = new ArrayList<>(desired.columns());
        for (Column column : from.columns()) {
            String name = "column " + from.name() + "." + column.name();
            if (desired.column(column.name()).isEmpty() && column.generated().isEmpty() && held.test(name)) {
                names.add(name);
                columns.add(optional(column));
            }
        }
        return columns.size() == desired.columns().size()
                ? desired
                : new Table(
                        desired.name(),
                        columns,
                        desired.constraints(),
                        desired.indexes(),
                        desired.options(),
                        desired.comment(),
                        union(from.uses(), desired.uses()));
    }

    private static Set<Dependency> union(Set<Dependency> some, Set<Dependency> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** What the tables need in which something was put back, and what a routine needs that is a part of it. */
    private static Set<ObjectName> uses(
            DatabaseSchema from, SortedMap<ObjectName, Table> tables, DatabaseSchema desired) {
        Deque<ObjectName> open = new ArrayDeque<>();
        tables.values().stream()
                .filter(table -> !table.equals(desired.tables().get(table.name())))
                .flatMap(table -> from.table(table.name()).stream())
                .flatMap(table -> table.uses().stream())
                .forEach(used -> open.add(used.object()));
        Set<ObjectName> all = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            ObjectName name = open.remove();
            if (all.add(name)) {
                from.routines().values().stream()
                        .filter(routine -> routine.name().equals(name))
                        .flatMap(routine -> routine.dependencies().stream())
                        .forEach(used -> open.add(used.object()));
            }
        }
        return all;
    }

    private static Column optional(Column column) {
        return column.isRequired() ? column.orNull() : column;
    }
}
