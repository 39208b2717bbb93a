package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns, keys and tables in the words of H2, with all names quoted. */
final class H2Definitions {

    private static final String INVISIBLE = "INVISIBLE";

    private static final Pattern USUAL_NULLS =
            Pattern.compile("(?<! DESC) NULLS FIRST(?=[,)])|(?<= DESC) NULLS LAST(?=[,)])");

    private H2Definitions() {}

    static String name(String name) {
        return QuotedNames.H2.quote(name);
    }

    static String name(ObjectName name) {
        return name.schema().map(s -> name(s) + ".").orElse("") + name(name.name());
    }

    static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A comment, or the end of one. */
    static String comment(String what, Optional<String> text) {
        return "COMMENT ON " + what + " IS " + text.map(H2Definitions::string).orElse("NULL");
    }

    /** A column without its comment, which is a statement of its own in standard SQL. */
    static String column(Column column) {
        StringBuilder text = new StringBuilder(name(column.name())).append(' ').append(column.type());
        String attributes = column.attributes().orElse("");
        boolean invisible = attributes.startsWith(INVISIBLE);
        String others = (invisible ? attributes.substring(INVISIBLE.length()) : attributes).strip();
        text.append(invisible ? " " + INVISIBLE : "");
        column.generated().ifPresent(g -> text.append(" GENERATED ALWAYS AS ").append(g));
        column.identity().ifPresent(i -> text.append(' ').append(i));
        column.defaultExpression().ifPresent(d -> text.append(" DEFAULT ").append(d));
        text.append(others.isEmpty() ? "" : " " + others);
        return column.nullable() ? text.toString() : text.append(" NOT NULL").toString();
    }

    /** A column that is changed: where the database numbers it, NOT NULL goes without saying and must not be said. */
    static String changed(Column column) {
        String text = column(column);
        return column.identity().isPresent() ? text.replaceFirst(" NOT NULL$", "") : text;
    }

    /**
     * An index as a person would write it: H2 spells out where NULL stands even if it stands where it always does. Where a
     * database was told to put it elsewhere, the proof finds that.
     */
    static String index(Index index) {
        return USUAL_NULLS.matcher(index.definition()).replaceAll("");
    }

    static String constraint(Constraint constraint) {
        return constraint.name().map(n -> "CONSTRAINT " + name(n) + " ").orElse("") + constraint.definition();
    }

    /** A new table, with those of its foreign keys that can be made with it. */
    static String table(Table table, Set<Constraint> foreignKeys) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(column(column)));
        table.constraints().stream()
                .filter(c -> c.kind() != Kind.FOREIGN_KEY || foreignKeys.contains(c))
                .forEach(constraint -> lines.add(constraint(constraint)));
        return "CREATE TABLE " + name(table.name()) + " (\n    " + String.join(",\n    ", lines) + "\n)"
                + (table.options().isEmpty() ? "" : " " + table.options());
    }
}
