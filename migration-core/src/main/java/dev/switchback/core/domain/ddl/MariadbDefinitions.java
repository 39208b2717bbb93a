package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Columns, keys and tables in the words of MariaDB and MySQL, with all names quoted. */
final class MariadbDefinitions {

    private MariadbDefinitions() {}

    static String name(String name) {
        return QuotedNames.MARIADB.quote(name);
    }

    static String name(ObjectName name) {
        return name.schema().map(s -> name(s) + ".").orElse("") + name(name.name());
    }

    static String string(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A column, whole: what is not said when it is changed would be lost. */
    static String column(Column column) {
        StringBuilder text = new StringBuilder(name(column.name())).append(' ').append(column.type());
        column.collation().ifPresent(c -> text.append(' ').append(c));
        column.generated().ifPresent(g -> text.append(" GENERATED ALWAYS AS ").append(g));
        if (!column.nullable()) {
            text.append(" NOT NULL");
        } else if (column.type().startsWith("timestamp")) {
            // without the word, older servers take it for NOT NULL
            text.append(" NULL");
        }
        column.defaultExpression().ifPresent(d -> text.append(" DEFAULT ").append(d));
        column.identity().ifPresent(i -> text.append(' ').append(i));
        String attributes = column.attributes().orElse("");
        int check = attributes.indexOf("CHECK (");
        String others = (check < 0 ? attributes : attributes.substring(0, check)).strip();
        text.append(others.isEmpty() ? "" : " " + others);
        column.comment().ifPresent(c -> text.append(" COMMENT ").append(string(c)));
        return check < 0
                ? text.toString()
                : text.append(' ').append(attributes.substring(check)).toString();
    }

    /** The same, without what its values have to satisfy. */
    static Column withoutCheck(Column c) {
        return c.withAttributes(c.attributes()
                .map(a -> a.contains("CHECK (")
                        ? a.substring(0, a.indexOf("CHECK (")).strip()
                        : a)
                .filter(a -> !a.isEmpty()));
    }

    /** That of a primary key is always {@code PRIMARY}, and MariaDB lets nobody say it. */
    static String constraint(Constraint constraint) {
        return constraint
                        .name()
                        .filter(n -> constraint.kind() != Kind.PRIMARY_KEY)
                        .map(n -> "CONSTRAINT " + name(n) + " ")
                        .orElse("")
                + constraint.definition();
    }

    static String drop(Constraint constraint) {
        String name = name(constraint.catalogName().orElse(""));
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "DROP PRIMARY KEY";
            case UNIQUE -> "DROP INDEX " + name;
            case FOREIGN_KEY -> "DROP FOREIGN KEY " + name;
            case CHECK, EXCLUSION -> "DROP CONSTRAINT " + name;
        };
    }

    /** All of a table in one statement: a name that one gives up there is free for another, also in a circle. */
    static String rename(String before, String after) {
        return "RENAME COLUMN " + name(before) + " TO " + name(after);
    }

    /** A new table, with those of its foreign keys that can be made with it. */
    static String table(Table table, Set<Constraint> foreignKeys) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        table.constraints().stream()
                .filter(c -> c.kind() != Kind.FOREIGN_KEY)
                .forEach(constraint -> lines.add(constraint(constraint)));
        table.indexes().stream()
                .filter(index -> !comesWithForeignKey(index, table, table.constraints()))
                .forEach(index -> lines.add(index.definition()));
        table.constraints().stream().filter(foreignKeys::contains).forEach(key -> lines.add(constraint(key)));
        return "CREATE TABLE " + name(table.name()) + " (\n    " + String.join(",\n    ", lines) + "\n)"
                + (table.options().isEmpty() ? "" : " " + table.options())
                + table.comment().map(c -> " COMMENT=" + string(c)).orElse("");
    }

    /** Whether the server makes an index by itself, because a foreign key that is made needs one and finds no other. */
    static boolean comesWithForeignKey(Index index, Table table, List<Constraint> foreignKeys) {
        String plain = "INDEX " + name(index.name()) + " ("
                + String.join(
                        ",",
                        index.columns().stream().map(MariadbDefinitions::name).toList()) + ")";
        return index.definition().equals(plain)
                && foreignKeys.stream()
                        .filter(c -> c.kind() == Kind.FOREIGN_KEY && c.columns().equals(index.columns()))
                        .anyMatch(
                                key -> key.name().orElse(index.columns().get(0)).equals(index.name()))
                && keys(table, index).noneMatch(columns -> startsWith(columns, index.columns()));
    }

    private static Stream<List<String>> keys(Table table, Index but) {
        return Stream.concat(
                table.indexes().stream().filter(i -> !i.equals(but)).map(Index::columns),
                table.constraints().stream()
                        .filter(c -> c.kind() == Kind.PRIMARY_KEY || c.kind() == Kind.UNIQUE)
                        .map(Constraint::columns));
    }

    static boolean startsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}
