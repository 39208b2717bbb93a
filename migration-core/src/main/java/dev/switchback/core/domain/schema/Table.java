package dev.switchback.core.domain.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table.
 *
 * @param name its name
 * @param columns its columns, in order
 * @param constraints its constraints
 * @param indexes its indexes, but for those of constraints
 * @param options what follows the list of columns in DDL and is not the default of the database, such as
 *     {@code WITHOUT ROWID} or {@code PARTITION BY …}; canonical, empty if there is nothing
 * @param comment its comment; never an empty text
 * @param uses types, sequences and routines that its columns need
 */
public record Table(
        ObjectName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        String options,
        Optional<String> comment,
        Set<Dependency> uses)
        implements SchemaObject {
    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        uses = Set.copyOf(uses);
        comment = comment.filter(text -> !text.isEmpty());
    }

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    /** What its columns need, and the tables that its foreign keys point to. */
    @Override
    public Set<Dependency> dependencies() {
        return Stream.concat(
                        uses.stream(),
                        constraints.stream()
                                .flatMap(c -> c.references().stream())
                                .map(table -> new Dependency(table, Optional.empty())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same, whose constraints have been given the names that the database has made up for them. */
    public Table withNamesGiven() {
        return withConstraints(
                constraints.stream().map(Constraint::withNameGiven).toList());
    }

    Table withConstraints(List<Constraint> others) {
        return new Table(name, columns, others, indexes, options, comment, uses);
    }

    /**
     * A column of it.
     *
     * @param column a name
     * @return the column, if there is one
     */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }
}
