package dev.switchback.core.domain.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A view.
 *
 * @param name its name
 * @param materialized whether it keeps its rows
 * @param definition the statement that makes it, whole and canonical, without a semicolon
 * @param indexes the indexes of one that keeps its rows
 * @param comment its comment
 * @param additions its rules, and the defaults and comments of its columns, in an order in which they can be made
 * @param dependencies the tables, columns and views it reads
 */
public record View(
        ObjectName name,
        boolean materialized,
        String definition,
        List<Index> indexes,
        Optional<String> comment,
        List<ViewAddition> additions,
        Set<Dependency> dependencies)
        implements SchemaObject {
    /** Copies the collections. */
    public View {
        indexes = List.copyOf(indexes);
        additions = List.copyOf(additions);
        dependencies = Set.copyOf(dependencies);
        comment = comment.filter(text -> !text.isEmpty());
    }

    /** One that has nothing but its definition, indexes and comment. */
    public View(
            ObjectName name,
            boolean materialized,
            String definition,
            List<Index> indexes,
            Optional<String> comment,
            Set<Dependency> dependencies) {
        this(name, materialized, definition, indexes, comment, List.of(), dependencies);
    }

    @Override
    public Kind kind() {
        return materialized ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
    }
}
