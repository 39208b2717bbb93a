package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Fills the tables of a scratch database with a few rows that satisfy the constraints. The database is the judge: what it
 * refuses is tried with other values, and a table that takes none stays empty and is named.
 */
final class SampleRows {

    private static final int ROWS = 3;

    private final Connection connection;
    private final DatabaseSchema schema;
    private final String quote;
    private final SampleValues values;
    private final Set<ObjectName> begun = new HashSet<>();
    private final List<String> empty = new ArrayList<>();

    private SampleRows(Connection connection, DatabaseSchema schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        this.quote = connection.getMetaData().getIdentifierQuoteString().strip();
        this.values = new SampleValues(schema);
    }

    /**
     * Inserts them.
     *
     * @param connection to a database with this schema, with auto-commit on
     * @param schema the schema
     * @return the tables that stay empty
     * @throws SQLException if the database cannot even be asked
     */
    static List<String> insert(Connection connection, DatabaseSchema schema) throws SQLException {
        SampleRows rows = new SampleRows(connection, schema);
        for (Table table : schema.tables().values()) {
            rows.fill(table);
        }
        return rows.empty;
    }

    /** Those first that it points to, as far as there is no circle. */
    private void fill(Table table) throws SQLException {
        if (!begun.add(table.name())) {
            return;
        }
        for (Constraint constraint : table.constraints()) {
            Optional<Table> parent = constraint.references().flatMap(schema::table);
            if (parent.isPresent()) {
                fill(parent.get());
            }
        }
        boolean any = false;
        for (int row = 1; row <= ROWS; row++) {
            any |= insert(table, row);
        }
        if (!any) {
            empty.add(table.name().toString());
        }
    }

    private boolean insert(Table table, int row) throws SQLException {
        for (int attempt = 0; attempt < SampleValues.ATTEMPTS; attempt++) {
            // first with every column, then only with those that must have a value
            for (boolean all : new boolean[] {true, false}) {
                if (accepted(statement(table, row, attempt, all))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean accepted(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql) == 1;
        } catch (SQLException e) {
            if (connection.isClosed()) {
                throw e;
            }
            return false;
        }
    }

    private String statement(Table table, int row, int attempt, boolean all) {
        List<String> names = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean own = column.generated().isPresent() || column.identity().isPresent();
            boolean wanted = all ? row > 1 || column.defaultExpression().isEmpty() : column.isRequired();
            if (!own && wanted) {
                names.add(quoted(column.name()));
                given.add(reference(table, column, row)
                        .or(() -> values.of(table, column, row, attempt))
                        .orElse("NULL"));
            }
        }
        if (names.isEmpty()) {
            boolean mariadb = quote.equals("`");
            return "INSERT INTO " + name(table.name()) + (mariadb ? " () VALUES ()" : " DEFAULT VALUES");
        }
        return "INSERT INTO " + name(table.name()) + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", given) + ")";
    }

    /** What a foreign key points to is asked for, with the same order for all of its columns. */
    private Optional<String> reference(Table table, Column column, int row) {
        for (Constraint constraint : table.constraints()) {
            int index = constraint.columns().indexOf(column.name());
            Optional<ObjectName> target = constraint.references();
            if (target.isPresent() && index >= 0) {
                List<String> keys = targets(constraint, target.get());
                boolean self = target.get().equals(table.name());
                if (self || keys.size() != constraint.columns().size()) {
                    return Optional.of("NULL");
                }
                List<String> order = keys.stream().map(this::quoted).toList();
                return Optional.of("(SELECT " + order.get(index) + " FROM " + name(target.get()) + " ORDER BY "
                        + String.join(", ", order) + one(row - 1) + ")");
            }
        }
        return Optional.empty();
    }

    /** H2 knows LIMIT in some of its modes only; SQLite and older MariaDB know nothing else. */
    private String one(int before) {
        return schema.dialect() == Dialect.H2
                ? " OFFSET " + before + " ROWS FETCH NEXT 1 ROW ONLY"
                : " LIMIT 1 OFFSET " + before;
    }

    /** The columns that a foreign key points to: those of its definition, in the order in which they are there. */
    private List<String> targets(Constraint constraint, ObjectName target) {
        String definition = constraint.definition();
        int from = definition.toUpperCase(Locale.ROOT).lastIndexOf("REFERENCES");
        int open = definition.indexOf('(', Math.max(0, from));
        int close = definition.indexOf(')', Math.max(0, open));
        if (from < 0 || open < 0 || close < 0) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (String name : definition.substring(open + 1, close).split(",", -1)) {
            columns.add(name.strip().replace(quote, "").replace("\"", ""));
        }
        boolean known = schema.table(target)
                .filter(t -> columns.stream().allMatch(c -> t.column(c).isPresent()))
                .isPresent();
        return known ? columns : List.of();
    }

    private String name(ObjectName name) {
        return name.schema().map(s -> quoted(s) + ".").orElse("") + quoted(name.name());
    }

    private String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
