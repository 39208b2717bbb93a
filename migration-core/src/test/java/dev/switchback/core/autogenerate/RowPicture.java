package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database, so that two states of it can be compared: what a number or a time is, not how it is written.
 *
 * @param tables the rows of each table, each with its values by column, in the order of the key
 */
record RowPicture(Map<String, List<Map<String, String>>> tables) {

    private static final String NULL = "∅";

    static RowPicture of(DatabaseSchema schema, Connection connection) throws SQLException {
        return of(schema, connection, column -> true);
    }

    /** Without what is computed: it is no data, and may be nothing that can be computed for a row. */
    static RowPicture ofData(DatabaseSchema schema, Connection connection) throws SQLException {
        return of(schema, connection, column -> column.generated().isEmpty());
    }

    private static RowPicture of(DatabaseSchema schema, Connection connection, Predicate<Column> which)
            throws SQLException {
        Map<String, List<Map<String, String>>> tables = new TreeMap<>();
        for (Map.Entry<ObjectName, Table> entry : schema.tables().entrySet()) {
            Table table = entry.getValue();
            List<String> columns =
                    table.columns().stream().filter(which).map(Column::name).toList();
            tables.put(entry.getKey().name(), rows(table, columns, connection));
        }
        return new RowPicture(tables);
    }

    private static List<Map<String, String>> rows(Table table, List<String> columns, Connection connection)
            throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        String list = columns.stream().map(c -> quote + c + quote).collect(Collectors.joining(", "));
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select " + list + " from " + quote + table.name().name() + quote)) {
            while (found.next()) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), meaning(found.getString(i + 1)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String meaning(@Nullable String value) {
        if (value == null) {
            return NULL;
        }
        if (value.matches("-?\\d+(\\.\\d+)?")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString();
        }
        return value.replaceFirst("( 00:00:00)?(\\.0+)?$", "");
    }

    /** All rows of one table, with some of its columns only; as lines, in no order but their own. */
    List<String> lines(String table, List<String> columns) {
        return tables.getOrDefault(table, List.of()).stream()
                .map(row -> columns.stream()
                        .map(c -> c + "=" + row.getOrDefault(c, "?"))
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }
}
