package dev.switchback.core.domain.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index that does not belong to a constraint.
 *
 * @param name its name, not quoted
 * @param unique whether it is unique
 * @param columns the columns it is about, those in expressions and conditions too; empty if that cannot be told
 * @param definition all of it as the database gives it back, with everything that matters: method, expressions, order,
 *     included columns, condition
 * @param comment its comment
 */
public record Index(String name, boolean unique, List<String> columns, String definition, Optional<String> comment) {
    /** Copies the list. */
    public Index {
        columns = List.copyOf(columns);
    }
}
