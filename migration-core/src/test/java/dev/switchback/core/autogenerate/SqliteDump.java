package dev.switchback.core.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What SQLite's pragmas say of a schema, and what only its text says, roughly: names, checks, computed columns. */
final class SqliteDump {

    private static final Pattern IN_TEXT = Pattern.compile(
            "(constraint \\w+ )?(check|as)(\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\))|constraint \\w+|autoincrement"
                    + "|collate \\w+|deferrable initially deferred|on conflict \\w+|without rowid|strict");

    private SqliteDump() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        String all = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'";
        for (List<String> entry : rows(connection, all)) {
            lines.add(entry.get(0) + " " + entry.get(1) + " " + entry.get(2));
            if (!entry.get(0).equals("table")) {
                lines.add(entry.get(1) + " " + plain(entry.get(3)));
                continue;
            }
            table(connection, entry.get(1), plain(entry.get(3)), lines);
        }
        for (List<String> violation : rows(connection, "SELECT * FROM pragma_foreign_key_check")) {
            lines.add("violation " + violation);
        }
        return lines.stream().sorted().toList();
    }

    private static void table(Connection connection, String table, String sql, List<String> lines) throws SQLException {
        String of = "('" + table.replace("'", "''") + "')";
        // an integer that is the whole key is the rowid, which is never null, said or not
        pragma(
                connection,
                table,
                "SELECT name, replace(lower(type), ' ', ''), \"notnull\" AND NOT (pk = 1 AND lower(type) = 'integer'"
                        + " AND (SELECT max(pk) FROM pragma_table_xinfo" + of + ") = 1),"
                        + " CASE WHEN dflt_value LIKE '''%' THEN dflt_value ELSE lower(dflt_value) END, pk, hidden"
                        + " FROM pragma_table_xinfo" + of,
                lines);
        pragma(
                connection,
                table,
                "SELECT \"table\", group_concat(\"from\"), group_concat(\"to\"), on_update, on_delete, match"
                        + " FROM (SELECT * FROM pragma_foreign_key_list" + of + " ORDER BY id, seq) GROUP BY id",
                lines);
        for (List<String> index :
                rows(connection, "SELECT name, \"unique\", origin, partial FROM pragma_index_list" + of)) {
            String name = index.get(0);
            String columns = rows(
                            connection,
                            "SELECT name, \"desc\", coll FROM pragma_index_xinfo('" + name.replace("'", "''")
                                    + "') WHERE key = 1")
                    .toString();
            lines.add(table + " index " + (name.startsWith("sqlite_auto") ? "" : name) + index.subList(1, 4) + columns);
        }
        Matcher found = IN_TEXT.matcher(sql);
        while (found.find()) {
            lines.add(table + " says " + found.group());
        }
    }

    private static void pragma(Connection connection, String table, String query, List<String> lines)
            throws SQLException {
        for (List<String> row : rows(connection, query)) {
            lines.add(table + " " + row);
        }
    }

    /** Without case, quotes and blanks that mean nothing. */
    private static String plain(String sql) {
        return sql.replaceAll("[\"`\\[\\]]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(),;=<>*+-]) ?", "$1");
    }

    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
