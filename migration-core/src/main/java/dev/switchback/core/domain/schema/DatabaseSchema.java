package dev.switchback.core.domain.schema;

import dev.switchback.core.domain.Dialect;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a database holds of somebody's schema: without the tables of the engines and of Switchback, and without what
 * belongs to an extension.
 *
 * @param dialect whose words its definitions are
 * @param tables the tables, by name
 * @param views the views, by name, those that keep their rows too
 * @param sequences the sequences, by name
 * @param types enums and domains, by name
 * @param routines functions and procedures, by name and arguments
 * @param triggers the triggers, by table and name
 * @param unsupported what is there and not compared, a line each, such as {@code policy x on table y}; never left unsaid
 */
public record DatabaseSchema(
        Dialect dialect,
        SortedMap<ObjectName, Table> tables,
        SortedMap<ObjectName, View> views,
        SortedMap<ObjectName, Sequence> sequences,
        SortedMap<ObjectName, UserType> types,
        SortedMap<String, Routine> routines,
        SortedMap<String, Trigger> triggers,
        List<String> unsupported) {
    /** Copies the maps. */
    public DatabaseSchema {
        tables = new TreeMap<>(tables);
        views = new TreeMap<>(views);
        sequences = new TreeMap<>(sequences);
        types = new TreeMap<>(types);
        routines = new TreeMap<>(routines);
        triggers = new TreeMap<>(triggers);
        unsupported = List.copyOf(unsupported);
    }

    /** Puts one together from what an inspector found. */
    public static DatabaseSchema of(Dialect dialect, List<? extends SchemaObject> objects, List<String> unsupported) {
        SortedMap<ObjectName, Table> tables = new TreeMap<>();
        SortedMap<ObjectName, View> views = new TreeMap<>();
        SortedMap<ObjectName, Sequence> sequences = new TreeMap<>();
        SortedMap<ObjectName, UserType> types = new TreeMap<>();
        SortedMap<String, Routine> routines = new TreeMap<>();
        SortedMap<String, Trigger> triggers = new TreeMap<>();
        for (SchemaObject object : objects) {
            if (object instanceof Table table) {
                tables.put(table.name(), table);
            } else if (object instanceof View view) {
                views.put(view.name(), view);
            } else if (object instanceof Sequence sequence) {
                sequences.put(sequence.name(), sequence);
            } else if (object instanceof UserType type) {
                types.put(type.name(), type);
            } else if (object instanceof Routine routine) {
                routines.put(routine.name() + routine.arguments(), routine);
            } else if (object instanceof Trigger trigger) {
                triggers.put(trigger.table() + "." + trigger.name().name(), trigger);
            }
        }
        return new DatabaseSchema(dialect, tables, views, sequences, types, routines, triggers, unsupported);
    }

    /**
     * The same with other tables in the place of those with their names.
     *
     * @param others the other tables
     * @return the other schema
     */
    public DatabaseSchema with(Collection<Table> others) {
        SortedMap<ObjectName, Table> all = new TreeMap<>(tables);
        others.forEach(table -> all.put(table.name(), table));
        return new DatabaseSchema(dialect, all, views, sequences, types, routines, triggers, unsupported);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return tables.isEmpty()
                && views.isEmpty()
                && sequences.isEmpty()
                && types.isEmpty()
                && routines.isEmpty()
                && triggers.isEmpty();
    }

    /**
     * A table of it.
     *
     * @param name its name
     * @return the table, if there is one
     */
    public Optional<Table> table(ObjectName name) {
        return Optional.ofNullable(((Map<ObjectName, Table>) tables).get(name));
    }
}
