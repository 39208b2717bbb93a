package dev.switchback.core.jdbc.inspect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that a catalog has answered, by the names of its columns. */
final class CatalogRow {

    private final Map<String, Integer> places;
    private final @Nullable Object[] values;

    private CatalogRow(Map<String, Integer> places, @Nullable Object[] values) {
        this.places = places;
        this.values = values;
    }

    /** Asks a question, and takes the whole answer. */
    static List<CatalogRow> query(Connection connection, String sql) throws SQLException {
        List<CatalogRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            ResultSetMetaData meta = found.getMetaData();
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < meta.getColumnCount(); i++) {
                places.put(meta.getColumnLabel(i + 1), i);
            }
            while (found.next()) {
                @Nullable Object[] values = new @Nullable Object[places.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = value(found, i + 1);
                }
                rows.add(new CatalogRow(places, values));
            }
        }
        return rows;
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Array array ? texts(array) : row.getString(column);
    }

    private static List<String> texts(Array array) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object each : (Object[]) array.getArray()) {
            texts.add(String.valueOf(each));
        }
        return texts;
    }

    /** What is never null. */
    String text(String column) {
        return optional(column).orElseThrow(() -> new IllegalStateException(column + " is null"));
    }

    Optional<String> optional(String column) {
        return Optional.ofNullable(at(column)).map(Object::toString);
    }

    /** What has expressions in it, and is never null. */
    String code(String column) {
        return PostgresqlArrays.canonical(text(column));
    }

    /** A condition; null is no. */
    boolean is(String column) {
        return optional(column).filter("t"::equals).isPresent();
    }

    /** An array; null is an empty one. */
    List<String> list(String column) {
        return at(column) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private @Nullable Object at(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column + " was asked for");
        }
        return values[place];
    }
}
