package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of the tables that are in two schemas, as far as they have to be the same in both: the columns that are defined
 * in the same words.
 *
 * @param rows the rows of each table as sorted texts
 */
record KeptRows(Map<ObjectName, List<String>> rows) {
    /** Copies the map. */
    KeptRows {
        rows = Map.copyOf(rows);
    }

    static KeptRows read(Connection connection, DatabaseSchema from, DatabaseSchema to) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString().strip();
        Map<ObjectName, List<String>> rows = new TreeMap<>();
        MovedPartitions moved = MovedPartitions.between(from, to);
        for (Table table : from.tables().values()) {
            Optional<Table> other = to.table(table.name());
            if (other.isPresent()) {
                List<String> columns = table.columns().stream()
                        .filter(c -> c.generated().isEmpty())
                        .filter(c -> isSame(c, other.get()))
                        .map(c -> quote + c.name().replace(quote, quote + quote) + quote)
                        .toList();
                rows.put(table.name(), read(connection, quote, table.name(), columns, moved.condition(table)));
            }
        }
        return new KeptRows(rows);
    }

    private static boolean isSame(Column column, Table table) {
        return table.column(column.name())
                .filter(c -> c.type().equals(column.type()) && c.generated().isEmpty())
                .isPresent();
    }

    private static List<String> read(
            Connection connection, String quote, ObjectName table, List<String> columns, String condition)
            throws SQLException {
        String name = table.schema().map(s -> quote + s + quote + ".").orElse("")
                + quote
                + table.name().replace(quote, quote + quote)
                + quote;
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT "
                        + (columns.isEmpty() ? "1" : String.join(", ", columns)) + " FROM " + name + condition)) {
            while (found.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 1; i <= Math.max(1, columns.size()); i++) {
                    line.append(found.getString(i)).append('\t');
                }
                lines.add(line.toString());
            }
        }
        return lines.stream().sorted().toList();
    }

    /** The first table whose rows are not those of this one any more, as a sentence without a full stop. */
    Optional<String> lostIn(KeptRows later) {
        for (Map.Entry<ObjectName, List<String>> entry : new TreeMap<>(rows).entrySet()) {
            List<String> now = later.rows.getOrDefault(entry.getKey(), List.of());
            if (now.size() != entry.getValue().size()) {
                return Optional.of("of " + entry.getValue().size() + " rows in " + entry.getKey() + " " + now.size()
                        + " are left");
            }
            if (!now.equals(entry.getValue())) {
                return Optional.of("values in " + entry.getKey() + " are other ones afterwards");
            }
        }
        return Optional.empty();
    }
}
