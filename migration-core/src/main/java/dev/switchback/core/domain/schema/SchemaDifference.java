package dev.switchback.core.domain.schema;

import java.util.List;

/**
 * What differs between two schemas of one dialect.
 *
 * @param from the schema it begins with
 * @param to the schema it leads to
 * @param changes the changes, in the order of the names; a renderer puts them into an order that runs
 */
public record SchemaDifference(DatabaseSchema from, DatabaseSchema to, List<Change> changes) {
    /** Copies the list. */
    public SchemaDifference {
        changes = List.copyOf(changes);
        if (from.dialect() != to.dialect()) {
            throw new IllegalArgumentException(
                    "cannot compare " + from.dialect() + " with " + to.dialect() + ": their words differ");
        }
    }

    /** Whether the two are equal. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
