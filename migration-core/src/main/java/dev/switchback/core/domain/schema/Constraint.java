package dev.switchback.core.domain.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A constraint of a table.
 *
 * @param kind what it demands
 * @param name its name; empty if it has none or one that the database has made up, which says nothing
 * @param catalogName the name by which it can be dropped; empty if there is none
 * @param columns the columns it is about, in order; empty if that cannot be told
 * @param references the table that a foreign key points to
 * @param definition all of it as it is written in DDL, without its name; canonical
 */
public record Constraint(
        Kind kind,
        Optional<String> name,
        Optional<String> catalogName,
        List<String> columns,
        Optional<ObjectName> references,
        String definition) {
    /** Copies the list; a foreign key points to a table, nothing else does. */
    public Constraint {
        columns = List.copyOf(columns);
        if (references.isPresent() != (kind == Kind.FOREIGN_KEY)) {
            throw new IllegalArgumentException("a foreign key points to a table, nothing else does: " + definition);
        }
    }

    /** Whether the database has made up its name. */
    public boolean isNameMadeUp() {
        return name.isEmpty() && catalogName.isPresent();
    }

    /** The same, with the name that the database has made up as if somebody had given it. */
    Constraint withNameGiven() {
        return new Constraint(kind, catalogName, catalogName, columns, references, definition);
    }

    /**
     * Whether it is the same constraint: equal in what it demands, and in its name if it has been given one.
     *
     * @param other another one
     * @return whether nothing has to be done to come from this one to the other
     */
    public boolean isSameAs(Constraint other) {
        return kind == other.kind && Objects.equals(name, other.name) && definition.equals(other.definition);
    }

    /** The kinds of constraints. */
    public enum Kind {
        /** Primary key. */
        PRIMARY_KEY,
        /** Unique. */
        UNIQUE,
        /** Check. */
        CHECK,
        /** Exclusion, of PostgreSQL. */
        EXCLUSION,
        /** Foreign key. */
        FOREIGN_KEY
    }
}
