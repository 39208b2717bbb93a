package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.ddl.SqliteNames;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.port.SchemaInspector;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads {@code sqlite_schema}: the definitions as they were typed, and written in one way. Two queries, however many
 * tables there are. Comments and the order of constraints are no part of a schema.
 */
public final class SqliteSchemaInspector implements SchemaInspector {

    private static final String ENTRIES = "SELECT type, name, tbl_name, sql FROM sqlite_schema"
            + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name";

    /** Virtual tables, and the tables in which they keep what they know. */
    private static final String VIRTUAL =
            "SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND type IN ('virtual', 'shadow')";

    private record Entry(String type, String name, String table, String sql) {}

    @Override
    public DatabaseSchema inspect(Connection connection, Set<String> ignored) throws SQLException {
        Set<String> left = ignored.stream().map(SqliteNames::folded).collect(Collectors.toCollection(HashSet::new));
        List<String> unsupported = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(VIRTUAL)) {
            while (rows.next()) {
                if (left.add(SqliteNames.folded(rows.getString(1)))
                        && rows.getString(2).equals("virtual")) {
                    unsupported.add("virtual table " + rows.getString(1));
                }
            }
        }
        List<Entry> entries = entries(connection).stream()
                .filter(e -> !left.contains(SqliteNames.folded(e.table())))
                .toList();
        return DatabaseSchema.of(Dialect.SQLITE, objects(entries), unsupported);
    }

    private static List<SchemaObject> objects(List<Entry> entries) throws SQLException {
        SqliteCatalog catalog = catalog(entries);
        SqliteStatements statements = new SqliteStatements(catalog);
        Map<String, List<Index>> indexes = new LinkedHashMap<>();
        List<SchemaObject> objects = new ArrayList<>();
        // "index" comes before "table"
        for (Entry entry : entries) {
            switch (entry.type()) {
                case "index" ->
                    indexes.computeIfAbsent(SqliteNames.folded(entry.table()), t -> new ArrayList<>())
                            .add(statements.index(entry.sql()));
                case "table" ->
                    objects.add(new SqliteTableReader(entry.sql(), catalog)
                            .read(indexes.getOrDefault(SqliteNames.folded(entry.name()), List.of())));
                case "view" -> objects.add(statements.view(entry.sql()));
                case "trigger" -> objects.add(statements.trigger(entry.sql()));
                default -> throw new SQLException("a " + entry.type() + " in sqlite_schema is not known");
            }
        }
        return objects;
    }

    private static SqliteCatalog catalog(List<Entry> entries) throws SQLException {
        SqliteCatalog catalog = new SqliteCatalog();
        for (Entry entry : entries) {
            if (entry.type().equals("view")) {
                catalog.add(new SqliteCatalog.Relation(entry.name(), List.of(), List.of()));
            } else if (entry.type().equals("table")) {
                catalog.add(new SqliteTableReader(entry.sql(), catalog).relation());
            }
        }
        return catalog;
    }

    private static List<Entry> entries(Connection connection) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ENTRIES)) {
            while (rows.next()) {
                entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return entries;
    }
}
