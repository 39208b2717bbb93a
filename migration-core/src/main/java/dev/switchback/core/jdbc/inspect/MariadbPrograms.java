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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads functions, procedures and triggers; what they say in their bodies stays as it was written. */
final class MariadbPrograms {

    private static final Pattern DEFINER = Pattern.compile(
            "^(CREATE (?:ALGORITHM=\\w+ )?)DEFINER=(?:`(?:[^`]|``)*`@`(?:[^`]|``)*`|`(?:[^`]|``)*`|\\S+) ");

    /** What comes before the body of a trigger. */
    private static final Pattern BODY = Pattern.compile(
            "CREATE\\s.*?\\sFOR\\s+EACH\\s+ROW\\s+(?:(?:FOLLOWS|PRECEDES)\\s+(?:`(?:[^`]|``)+`|[^\\s`]+)\\s+)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Connection connection;
    private final String database;
    private final MariadbDefinitions definitions;
    private final MariadbModes modes;
    private final Set<String> ignored;
    private final List<SchemaObject> objects = new ArrayList<>();
    private final List<String> unsupported = new ArrayList<>();

    MariadbPrograms(
            Connection connection,
            String database,
            MariadbDefinitions definitions,
            MariadbModes modes,
            Set<String> ignored) {
        this.connection = connection;
        this.database = database;
        this.definitions = definitions;
        this.modes = modes;
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
        List<List<String>> all = CatalogRows.of(
                connection,
                "SELECT routine_type, routine_name, sql_mode FROM information_schema.routines"
                        + " WHERE routine_schema = ? ORDER BY 1, 2",
                database);
        Map<String, Map<String, String>> known = new HashMap<>();
        for (String type : List.of("FUNCTION", "PROCEDURE")) {
            List<String> names = all.stream()
                    .filter(row -> row.get(0).equals(type))
                    .map(row -> row.get(1))
                    .toList();
            known.put(type, definitions.of(type, names, 3));
        }
        Set<String> names = new HashSet<>();
        for (List<String> row : all) {
            String type = row.get(0);
            String name = row.get(1);
            Optional<String> sql = Optional.ofNullable(known.get(type)).map(found -> found.getOrDefault(name, ""));
            if (sql.filter(text -> !text.isEmpty()).isEmpty() || !names.add(name)) {
                boolean secret = sql.filter(String::isEmpty).isPresent();
                unsupported.add(
                        type.toLowerCase(Locale.ROOT) + " " + name + (secret ? ", whose body must not be read" : ""));
                continue;
            }
            if (modes.isOther(row.get(2))) {
                unsupported.add(type.toLowerCase(Locale.ROOT) + " " + name + MariadbModes.words(row.get(2)));
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
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : CatalogRows.of(
                connection,
                "SELECT trigger_name, event_object_table, action_timing, event_manipulation, sql_mode, action_statement"
                        + " FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY 2, 3, 4, action_order",
                database)) {
            if (!ignored.contains(row.get(1).toLowerCase(Locale.ROOT))) {
                rows.add(row);
            }
        }
        Map<String, String> last = new HashMap<>();
        Map<String, String> texts =
                definitions.of("TRIGGER", rows.stream().map(row -> row.get(0)).toList(), 3);
        for (List<String> row : rows) {
            String name = row.get(0);
            String table = row.get(1);
            if (modes.isOther(row.get(4))) {
                unsupported.add("trigger " + table + "." + name + MariadbModes.words(row.get(4)));
                continue;
            }
            String moment = row.get(2) + " " + row.get(3) + " ON " + quoted(table);
            Optional<String> before = Optional.ofNullable(last.put(moment, name));
            objects.add(new Trigger(
                    ObjectName.of(name),
                    ObjectName.of(table),
                    "CREATE TRIGGER " + quoted(name) + " " + moment + " FOR EACH ROW"
                            + before.map(b -> " FOLLOWS " + quoted(b)).orElse("") + " "
                            + body(texts.getOrDefault(name, "")).orElse(row.get(5)),
                    Optional.empty(),
                    before.map(b -> Set.of(new Dependency(ObjectName.of(b), Optional.empty())))
                            .orElse(Set.of())));
        }
    }

    /** From the statement itself: in the catalog's column, what stands behind a backslash has become what it means. */
    private static Optional<String> body(String statement) {
        Matcher matcher = BODY.matcher(statement);
        return matcher.lookingAt() ? Optional.of(statement.substring(matcher.end())) : Optional.empty();
    }

    static String withoutDefiner(String sql) {
        return DEFINER.matcher(sql).replaceFirst("$1");
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
