package dev.switchback.core.autogenerate;

import dev.switchback.tck.MariadbDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * All that SHOW CREATE says, line by line, but for what the server makes up and who ran the script. What MySQL says in two
 * ways is in one; its collations are those of the catalog, because it says what a column was made with.
 */
final class MariadbDump {

    private MariadbDump() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        String database = connection.getCatalog();
        for (List<String> table : rows(connection, "SHOW FULL TABLES")) {
            String kind = table.get(1).replace("BASE ", "").replace("SYSTEM VERSIONED", "TABLE");
            show(connection, kind, table.get(0), 1).lines().forEach(line -> lines.add(table.get(0) + " " + line));
        }
        if (MariadbDatabase.isMysql()) {
            for (List<String> column : rows(
                    connection,
                    "SELECT table_name, column_name, collation_name FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE()")) {
                lines.add("collation of " + column);
            }
        }
        for (List<String> routine : rows(
                connection,
                "SELECT routine_type, routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()")) {
            lines.add(show(connection, routine.get(0), routine.get(1), 2));
        }
        for (List<String> trigger : rows(
                connection,
                "SELECT trigger_name, action_timing, event_manipulation, event_object_table, action_statement, action_order"
                        + " FROM information_schema.triggers WHERE trigger_schema = DATABASE()")) {
            lines.add(trigger.toString());
        }
        return lines.stream()
                .map(line -> MariadbDatabase.isMysql() ? ofMysql(line) : line)
                .map(line -> line.replaceAll(" AUTO_INCREMENT=\\d+", "")
                        .replaceAll(" DEFINER=`\\w+`@`%`", "")
                        .replace("`" + database + "`.", "")
                        .replaceAll("CONSTRAINT `(CONSTRAINT_\\d+|\\w+_ibfk_\\d+)`", "CONSTRAINT")
                        // what everybody has
                        .replace(" USING BTREE", "")
                        .replaceAll(",$", ""))
                .sorted()
                .toList();
    }

    private static String ofMysql(String line) {
        return line.replaceAll("(?<!DEFAULT) (CHARACTER SET|COLLATE) \\w+", "")
                .replaceAll(" ON (DELETE|UPDATE) (RESTRICT|NO ACTION)", "")
                .replaceAll("-\\(([0-9.e]+)\\)", "-$1")
                .replaceAll("_(utf8mb4|latin1)(?='\\p{ASCII}*?')", "")
                .replaceAll("CONSTRAINT `\\w+_chk_\\d+`", "CONSTRAINT");
    }

    private static String show(Connection connection, String kind, String name, int column) throws SQLException {
        return rows(connection, "SHOW CREATE " + kind + " `" + name + "`")
                .get(0)
                .get(column);
    }

    private static List<List<String>> rows(Connection connection, String sql) throws SQLException {
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
