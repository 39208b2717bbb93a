package dev.switchback.core.domain.schema;

import java.util.List;

/** One difference between two schemas, seen as the step from the first to the second. */
public sealed interface Change {

    /**
     * Something is there that was not.
     *
     * @param object what
     */
    record Created(SchemaObject object) implements Change {}

    /**
     * Something is not there any more.
     *
     * @param object what it was
     */
    record Dropped(SchemaObject object) implements Change {}

    /**
     * Something that is compared as a whole is different: all but tables.
     *
     * @param before as it was
     * @param after as it is
     */
    record Replaced(SchemaObject before, SchemaObject after) implements Change {}

    /**
     * A table is different.
     *
     * @param before as it was
     * @param after as it is
     * @param edits what differs in it, never empty
     */
    record TableChanged(Table before, Table after, List<TableEdit> edits) implements Change {
        /** Copies the list. */
        public TableChanged {
            edits = List.copyOf(edits);
            if (edits.isEmpty()) {
                throw new IllegalArgumentException("nothing differs in " + after.name());
            }
        }
    }
}
