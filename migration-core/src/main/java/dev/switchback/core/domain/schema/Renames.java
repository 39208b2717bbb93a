package dev.switchback.core.domain.schema;

import java.util.HashMap;
import java.util.Map;

/**
 * What somebody said was renamed. Nothing else is ever taken for a rename.
 *
 * @param tables the old names of tables, and their new ones
 * @param columns the old names of columns, by the new name of their table, and their new ones
 */
public record Renames(Map<ObjectName, ObjectName> tables, Map<ObjectName, Map<String, String>> columns) {
    /** Copies the maps. */
    public Renames {
        tables = Map.copyOf(tables);
        columns = Map.copyOf(columns);
    }

    /** The way back. */
    public Renames inverse() {
        Map<ObjectName, ObjectName> back = new HashMap<>();
        tables.forEach((before, after) -> back.put(after, before));
        Map<ObjectName, Map<String, String>> columnsBack = new HashMap<>();
        columns.forEach((table, names) -> {
            Map<String, String> own = new HashMap<>();
            names.forEach((before, after) -> own.put(after, before));
            columnsBack.put(back.getOrDefault(table, table), Map.copyOf(own));
        });
        return new Renames(back, columnsBack);
    }

    /** Nothing was renamed. */
    public static Renames none() {
        return new Renames(Map.of(), Map.of());
    }
}
