package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The renames of a case, as its database spells names.
 *
 * @param renames the renames
 */
record TrialRenames(Renames renames) {

    static TrialRenames of(ChangeCase change, Dialect dialect) {
        Map<ObjectName, ObjectName> tables = new HashMap<>();
        for (String[] told : change.told("rename table")) {
            tables.put(name(told[0], dialect), name(told[1], dialect));
        }
        Map<ObjectName, Map<String, String>> columns = new HashMap<>();
        for (String[] told : change.told("rename column")) {
            columns.computeIfAbsent(name(told[0], dialect), t -> new HashMap<>())
                    .put(spelled(told[1], dialect), spelled(told[2], dialect));
        }
        return new TrialRenames(new Renames(tables, columns));
    }

    private static ObjectName name(String name, Dialect dialect) {
        return ObjectName.of(spelled(name, dialect));
    }

    private static String spelled(String name, Dialect dialect) {
        return dialect == Dialect.H2 ? name.toUpperCase(Locale.ROOT) : name;
    }

    boolean isEmpty() {
        return renames.tables().isEmpty() && renames.columns().isEmpty();
    }

    /** What a table is called afterwards. */
    String table(String before) {
        ObjectName name = ObjectName.of(before);
        return renames.tables().getOrDefault(name, name).name();
    }

    /** What a column is called afterwards. */
    String column(String tableBefore, String before) {
        return renames.columns()
                .getOrDefault(ObjectName.of(table(tableBefore)), Map.of())
                .getOrDefault(before, before);
    }
}
