package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of PostgreSQL that becomes a partition, or is one no more. A partition has the keys, checks and indexes of the
 * whole, which are not listed as its own; once it is detached they are. What it brings and the whole has too becomes one
 * with that when it is attached.
 *
 * @param before the table as it was
 * @param after the table as it is
 * @param wholeBefore the table that it was a part of, and is no more
 * @param wholeAfter the table that it was no part of, and is now
 */
record PostgresqlPartition(Table before, Table after, Optional<Table> wholeBefore, Optional<Table> wholeAfter) {

    static PostgresqlPartition of(SchemaDifference difference, Table before, Table after) {
        boolean stays = isPartOfTheSame(before, after);
        return new PostgresqlPartition(
                before,
                after,
                stays ? Optional.empty() : wholeOf(before, difference.from()),
                stays ? Optional.empty() : wholeOf(after, difference.to()));
    }

    static boolean isPartition(Table table) {
        return whole(table).isPresent();
    }

    /** Whether two tables are parts of the same one, or of none. */
    static boolean isPartOfTheSame(Table one, Table other) {
        return whole(one).equals(whole(other));
    }

    /** The table that one is a part of, if it is a part and the whole is in this schema too. */
    static Optional<Table> wholeOf(Table part, DatabaseSchema schema) {
        return whole(part)
                .flatMap(written -> schema.table(ObjectName.of(unquoted(written)))
                        .filter(t -> PostgresqlNames.of(t.name()).equals(written)));
    }

    private static String unquoted(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                : written;
    }

    private static Optional<String> whole(Table table) {
        return PostgresqlTableOptions.of(table.options()).partitionOf().map(PostgresqlTableOptions.Part::whole);
    }

    /** Those that have to go: all but what becomes one with that of the whole. */
    Stream<Constraint> constraintsBefore() {
        return before.constraints().stream().filter(c -> !isIn(wholeAfter, c));
    }

    /** Those that have to come: all but what it has had from the whole. */
    Stream<Constraint> constraintsAfter() {
        return after.constraints().stream().filter(c -> !isIn(wholeBefore, c));
    }

    private static boolean isIn(Optional<Table> whole, Constraint constraint) {
        return whole.stream()
                .flatMap(t -> t.constraints().stream())
                .anyMatch(c -> c.kind() == constraint.kind() && c.definition().equals(constraint.definition()));
    }

    /** As for constraints. */
    Stream<Index> indexesBefore() {
        return before.indexes().stream().filter(i -> !isIn(wholeAfter, before, i));
    }

    /** As for constraints. */
    Stream<Index> indexesAfter() {
        return after.indexes().stream().filter(i -> !isIn(wholeBefore, after, i));
    }

    private static boolean isIn(Optional<Table> whole, Table part, Index index) {
        return whole.stream()
                .flatMap(t -> t.indexes().stream().map(i -> what(t, i)))
                .anyMatch(what(part, index)::equals);
    }

    /** All of a definition but the names. */
    private static String what(Table table, Index index) {
        String on = " ON " + PostgresqlNames.of(table.name()) + " ";
        int end = index.definition().indexOf(on);
        return index.unique() + index.definition().substring(end < 0 ? 0 : end + on.length());
    }
}
