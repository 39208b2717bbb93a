package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a table of SQLite: what only one column is about, and has no name, stands with the column. */
final class SqliteTableText {

    private final Table table;
    private final List<Constraint> left;

    private SqliteTableText(Table table) {
        this.table = table;
        this.left = new ArrayList<>(table.constraints());
    }

    /**
     * The statement that makes a table.
     *
     * @param table the table
     * @param name what to call it
     */
    static String create(Table table, String name) {
        return new SqliteTableText(table).create(name);
    }

    private String create(String name) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column, inline(column))));
        left.forEach(constraint -> lines.add(constraint(constraint)));
        return "CREATE TABLE " + SqliteNames.quoted(name) + " (\n  " + String.join(",\n  ", lines) + "\n)"
                + (table.options().isEmpty() ? "" : " " + table.options());
    }

    private List<String> inline(Column column) {
        List<String> words = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            asOfColumn(constraint, column).ifPresent(text -> {
                words.add(text);
                left.remove(constraint);
            });
        }
        return words;
    }

    /** A constraint as its column can say it. */
    private static Optional<String> asOfColumn(Constraint constraint, Column column) {
        if (!constraint.columns().equals(List.of(column.name()))) {
            return Optional.empty();
        }
        String quoted = "(" + SqliteNames.quoted(column.name()) + ")";
        String name = constraint.name().map(SqliteTableText::named).orElse("");
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> key(constraint, column, quoted, name);
            case UNIQUE ->
                name.isEmpty() && constraint.definition().startsWith("UNIQUE " + quoted)
                        ? Optional.of(constraint.definition().replace("UNIQUE " + quoted, "UNIQUE"))
                        : Optional.empty();
            case FOREIGN_KEY -> name.isEmpty() ? Optional.of(reference(constraint, column)) : Optional.empty();
            case CHECK, EXCLUSION -> Optional.empty();
        };
    }

    /** {@code AUTOINCREMENT} stands with the column only, and a key that descends is another thing in the table. */
    private static Optional<String> key(Constraint constraint, Column column, String quoted, String name) {
        String auto = column.identity().map(words -> " " + words).orElse("");
        String definition = constraint.definition();
        String descending = quoted.replace(")", " DESC)");
        if (definition.contains(descending)) {
            return Optional.of(name + definition.replace(" " + descending, " DESC") + auto);
        }
        boolean fits = definition.contains(quoted) && (name.isEmpty() || !auto.isEmpty());
        return fits ? Optional.of(name + definition.replace(" " + quoted, "") + auto) : Optional.empty();
    }

    /** A foreign key of one column as the column says it. */
    static String reference(Constraint constraint, Column column) {
        return constraint
                .definition()
                .replace("FOREIGN KEY (" + SqliteNames.quoted(column.name()) + ") REFERENCES", "REFERENCES");
    }

    /** A constraint as the table says it. */
    static String constraint(Constraint constraint) {
        return constraint.name().map(SqliteTableText::named).orElse("") + constraint.definition();
    }

    private static String named(String name) {
        return "CONSTRAINT " + SqliteNames.quoted(name) + " ";
    }

    /** A column with whatever of the constraints it says itself. */
    static String column(Column column, List<String> constraints) {
        StringBuilder text = new StringBuilder(SqliteNames.quoted(column.name()));
        if (!column.type().isEmpty()) {
            text.append(' ').append(column.type());
        }
        constraints.stream()
                .filter(c -> c.contains("PRIMARY KEY"))
                .forEach(c -> text.append(' ').append(c));
        if (!column.nullable()) {
            text.append(" NOT NULL");
            column.attributes().ifPresent(a -> text.append(' ').append(a));
        }
        column.defaultExpression().ifPresent(d -> text.append(" DEFAULT ").append(d));
        column.collation().ifPresent(c -> text.append(" COLLATE ").append(c));
        column.generated().ifPresent(g -> text.append(" GENERATED ALWAYS AS ").append(g));
        constraints.stream()
                .filter(c -> !c.contains("PRIMARY KEY"))
                .forEach(c -> text.append(' ').append(c));
        return text.toString();
    }
}
