package dev.switchback.core.jdbc.inspect;

import dev.switchback.core.domain.ddl.SqliteText;
import dev.switchback.core.domain.ddl.SqliteToken;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the definition of one table. What a column says of itself and what the table says of it become one. */
final class SqliteTableReader {

    private static final Set<String> CONSTRAINTS = Set.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final SqliteCatalog catalog;
    private final String name;
    private final List<List<SqliteToken>> items;
    private final Set<String> options = new TreeSet<>();

    SqliteTableReader(String sql, SqliteCatalog catalog) throws SQLException {
        this.catalog = catalog;
        SqliteCursor cursor = new SqliteCursor(SqliteToken.of(sql));
        cursor.require("CREATE");
        cursor.require("TABLE");
        name = cursor.name();
        items = SqliteCursor.items(cursor.group());
        for (List<SqliteToken> option : SqliteCursor.items(cursor.rest())) {
            if (!option.isEmpty()) {
                options.add(new SqliteText(List.of()).line(option).toUpperCase(Locale.ROOT));
            }
        }
    }

    /** Its names only. */
    SqliteCatalog.Relation relation() throws SQLException {
        List<String> columns = columnNames();
        Table table = read(List.of());
        List<String> key = table.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.PRIMARY_KEY)
                .findFirst()
                .map(Constraint::columns)
                .orElse(List.of());
        return new SqliteCatalog.Relation(name, columns, key);
    }

    Table read(List<Index> indexes) throws SQLException {
        List<String> names = columnNames();
        SqliteText text = new SqliteText(names);
        List<SqliteColumnReader> columns = new ArrayList<>();
        SqliteConstraints constraints = new SqliteConstraints(text, names, catalog);
        for (List<SqliteToken> item : items) {
            SqliteCursor cursor = new SqliteCursor(item);
            if (isConstraint(item)) {
                while (!cursor.atEnd()) {
                    constraints.readOfTable(cursor);
                }
            } else {
                SqliteColumnReader column = new SqliteColumnReader(cursor, text, constraints);
                column.read();
                columns.add(column);
            }
        }
        return new Table(
                ObjectName.of(name),
                finished(columns, constraints),
                constraints.all(),
                indexes,
                String.join(", ", options),
                Optional.empty(),
                Set.of());
    }

    /** A column that is the rowid, and those of a key where there is none, are not null without saying so. */
    private List<Column> finished(List<SqliteColumnReader> columns, SqliteConstraints constraints) {
        boolean strictKey = options.contains("WITHOUT ROWID") || options.contains("STRICT");
        List<String> key = constraints.key();
        List<Column> finished = new ArrayList<>();
        for (SqliteColumnReader column : columns) {
            boolean rowid = !options.contains("WITHOUT ROWID") && constraints.isRowid(column.name(), column.type());
            boolean implied = strictKey && key.contains(column.name());
            finished.add(column.column(rowid, implied, constraints.isNumbered(column.name())));
        }
        return finished;
    }

    private List<String> columnNames() {
        return items.stream()
                .filter(item -> !isConstraint(item))
                .map(item -> item.get(0).name())
                .toList();
    }

    private static boolean isConstraint(List<SqliteToken> item) {
        SqliteToken first = item.get(0);
        return first.kind() == SqliteToken.Kind.WORD
                && CONSTRAINTS.contains(first.text().toUpperCase(Locale.ROOT));
    }
}
