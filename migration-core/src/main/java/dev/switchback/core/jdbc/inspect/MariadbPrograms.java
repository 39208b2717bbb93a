package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Trigger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads functions, procedures and triggers; what they say in their bodies stays as it was written. */
final class MariadbPrograms {

    private static final Pattern DEFINER = Pattern.compile(
            "^(CREATE (?:ALGORITHM=\\w+ )?)DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+) ");

    private final Connection connection;
    private final String database;
    private final Set<String> ignored;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    MariadbPrograms(Connection connection, String database, Set<String> ignored) {
        this.connection = connection;
        this.database = database;
        this.ignored = ignored;
    }

    List<String> unsupported() {
        return List.copyOf(unsupported);
    }

    List<SchemaObject> read() throws SQLException {
        routines();
        triggers();
        for (List<String> row : CatalogRows.of(
                connection,
                "SELECT event_name FROM information_schema.events WHERE event_schema = ? ORDER BY 1",
                database)) {
            unsupported.add("event " + row.get(0));
        }
        return List.copyOf(objects);
    }

    private void routines() throws SQLException {
        Set<String> names = new HashSet<>();
        for (List<String> row : CatalogRows.of(
                connection,
                "SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = ? ORDER BY 1, 2",
                database)) {
            String type = row.get(0);
            String name = row.get(1);
            boolean known = type.equals("FUNCTION") || type.equals("PROCEDURE");
            Optional<String> sql = known ? shown(connection, type, name, 2) : Optional.empty();
            if (sql.isEmpty() || !names.add(name)) {
                unsupported.add(type.toLowerCase(Locale.ROOT) + " " + name
                        + (known && sql.isEmpty() ? ", whose body must not be read" : ""));
                continue;
            }
            objects.add(new Routine(
                    type.equals("FUNCTION") ? SchemaObject.Kind.FUNCTION : SchemaObject.Kind.PROCEDURE,
                    ObjectName.of(name),
                    "",
                    withoutDefiner(sql.get()),
                    Optional.empty(),
                    Set.of()));
        }
    }

    /** A second trigger at the same moment follows the first; in which order they were made must not matter. */
    private void triggers() throws SQLException {
        Map<String, String> last = new HashMap<>();
        for (List<String> row : CatalogRows.of(
                connection,
                "SELECT trigger_name, event_object_table, action_timing, event_manipulation, action_statement"
                        + " FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY 2, 3, 4, action_order",
                database)) {
            String name = row.get(0);
            String table = row.get(1);
            if (ignored.contains(table.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String moment = row.get(2) + " " + row.get(3) + " ON " + quoted(table);
            Optional<String> before = Optional.ofNullable(last.put(moment, name));
            objects.add(new Trigger(
                    ObjectName.of(name),
                    ObjectName.of(table),
                    "CREATE TRIGGER " + quoted(name) + " " + moment + " FOR EACH ROW"
                            + before.map(b -> " FOLLOWS " + quoted(b)).orElse("") + " " + row.get(4),
                    Optional.empty(),
                    before.map(b -> Set.of(new Dependency(ObjectName.of(b), Optional.empty())))
                            .orElse(Set.of())));
        }
    }

    static String withoutDefiner(String sql) {
        return DEFINER.matcher(sql).replaceFirst("$1");
    }

    /** What the server says of an object, if it may be read. */
    static Optional<String> shown(Connection connection, String kind, String name, int column) throws SQLException {
        List<String> row = CatalogRows.of(connection, "SHOW CREATE " + kind + " " + quoted(name))
                .get(0);
        return Optional.of(row.get(column)).filter(sql -> !sql.isEmpty());
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
