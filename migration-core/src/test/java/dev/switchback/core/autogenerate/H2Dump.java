package dev.switchback.core.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that SCRIPT says, line by line, but for the names that H2 makes up and where numbers stand. */
final class H2Dump {

    private H2Dump() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA PUBLIC")) {
            while (script.next()) {
                String sql = script.getString(1);
                String head = sql.lines().findFirst().orElse("");
                if (!head.startsWith("--")) {
                    unqualified(head, sql).lines().forEach(line -> lines.add(head + " " + line));
                }
            }
        }
        return lines.stream()
                .map(line -> line.replaceAll(" ?RESTART WITH -?\\d+", "")
                        .replaceAll("\"CONSTRAINT_[0-9A-F]+(_\\d+)?\"", "CONSTRAINT")
                        .replace(" DECIMAL(", " NUMERIC(")
                        .replaceAll("[,;]$", ""))
                .sorted()
                .toList();
    }

    /** H2 keeps in a view of one table how its columns were written, with the table's name or without. */
    private static String unqualified(String head, String sql) {
        boolean one = head.contains(" VIEW ") && !sql.contains("JOIN");
        return one ? sql.replaceAll("(?:\"[^\"]+\"\\.)+(?=\")", "") : sql;
    }
}
