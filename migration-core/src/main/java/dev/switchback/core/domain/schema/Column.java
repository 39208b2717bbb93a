package dev.switchback.core.domain.schema;

import java.util.Optional;

/**
 * A column. Whatever is text is canonical: it comes from the catalog of a database that has normalised it.
 *
 * @param name its name, not quoted
 * @param type its type with length, precision and scale, without collation
 * @param nullable whether it may be null
 * @param defaultExpression its default, as it is written in DDL
 * @param identity how the database numbers it, as it is written in DDL, such as {@code GENERATED ALWAYS AS IDENTITY},
 *     {@code AUTO_INCREMENT} or {@code serial}
 * @param generated the expression that computes it, as it is written in DDL with its parentheses and {@code STORED} or
 *     {@code VIRTUAL}
 * @param collation its collation with the character set, if it is not that of its table or database
 * @param attributes what else its dialect has, as it is written in DDL, such as {@code ON UPDATE current_timestamp()}
 * @param comment its comment; never an empty text
 */
public record Column(
        String name,
        String type,
        boolean nullable,
        Optional<String> defaultExpression,
        Optional<String> identity,
        Optional<String> generated,
        Optional<String> collation,
        Optional<String> attributes,
        Optional<String> comment) {
    /** Refuses what cannot be. */
    public Column {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column has no name");
        }
        if (generated.isPresent() && identity.isPresent()) {
            throw new IllegalArgumentException("column " + name + " is both computed and numbered");
        }
        comment = comment.filter(text -> !text.isEmpty());
    }

    /** Whether an insert has to give it a value. */
    public boolean isRequired() {
        return !nullable && defaultExpression.isEmpty() && identity.isEmpty() && generated.isEmpty();
    }

    /** The same, without what computes it. */
    public Column withoutExpression() {
        return new Column(
                name, type, nullable, defaultExpression, identity, Optional.empty(), collation, attributes, comment);
    }

    /** The same, without what numbers it. */
    public Column withoutIdentity() {
        return new Column(
                name, type, nullable, defaultExpression, Optional.empty(), generated, collation, attributes, comment);
    }

    /** The same with other attributes. */
    public Column withAttributes(Optional<String> other) {
        return new Column(name, type, nullable, defaultExpression, identity, generated, collation, other, comment);
    }

    /** The same, and it may be null. */
    public Column orNull() {
        return new Column(name, type, true, defaultExpression, identity, generated, collation, attributes, comment);
    }
}
