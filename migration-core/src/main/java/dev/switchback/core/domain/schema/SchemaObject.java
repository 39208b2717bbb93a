package dev.switchback.core.domain.schema;

import java.util.Set;

/** Something with a name of its own in a schema. */
public sealed interface SchemaObject permits Table, View, Sequence, UserType, Routine, Trigger {

    /** What kind of thing it is. */
    Kind kind();

    /** Its name; of a routine, without the types of its arguments. */
    ObjectName name();

    /** What it needs to be there: tables, columns and other objects, as the catalog tells it. */
    Set<Dependency> dependencies();

    /** The kinds, in the words of the messages. */
    enum Kind {
        /** A table. */
        TABLE("table"),
        /** A view. */
        VIEW("view"),
        /** A view that keeps its rows. */
        MATERIALIZED_VIEW("materialized view"),
        /** A sequence that no column owns. */
        SEQUENCE("sequence"),
        /** An enum. */
        ENUM("enum"),
        /** A domain. */
        DOMAIN("domain"),
        /** A function. */
        FUNCTION("function"),
        /** A procedure. */
        PROCEDURE("procedure"),
        /** A trigger. */
        TRIGGER("trigger");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it is said in a message. */
        public String words() {
            return words;
        }
    }
}
