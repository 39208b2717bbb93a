package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Sequence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of PostgreSQL that takes its default from a sequence that it does not own.
 *
 * @param column the column
 * @param sequence the sequence
 */
record PostgresqlNextValue(Column column, Sequence sequence) {

    private static final Pattern NEXT = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");
    private static final Set<String> WHOLE = Set.of("smallint", "integer", "bigint");

    static Optional<PostgresqlNextValue> of(DatabaseSchema schema, Column column) {
        return column.defaultExpression()
                .filter(e -> WHOLE.contains(column.type()))
                .map(NEXT::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1).replace("''", "'"))
                .flatMap(name -> schema.sequences().values().stream()
                        .filter(s -> PostgresqlNames.of(s.name()).equals(name))
                        .findFirst())
                .map(sequence -> new PostgresqlNextValue(column, sequence));
    }

    /** The sequence goes on after the rows that are there, and never back: others may have taken from it. */
    DdlStatement goOn(String table) {
        String name = PostgresqlNames.text(PostgresqlNames.of(sequence.name()));
        String value = PostgresqlNames.of(column.name());
        boolean up = PostgresqlObjects.options(sequence).increment().signum() > 0;
        String next =
                (up ? "greatest(max(" + value + ") + 1" : "least(min(" + value + ") - 1") + ", nextval(" + name + "))";
        return new DdlStatement(
                "SELECT setval(" + name + ", " + next + ", false) FROM " + table,
                Risk.NONE,
                Optional.of("the numbers go on after the rows that are there"));
    }
}
