package dev.switchback.core.domain.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A function or a procedure, compared as a whole.
 *
 * @param kind {@link SchemaObject.Kind#FUNCTION} or {@link SchemaObject.Kind#PROCEDURE}
 * @param name its name
 * @param arguments the types of its arguments as they are written to drop it, with parentheses; empty where the database
 *     has no overloading
 * @param definition the statement that makes it, whole and canonical
 * @param comment its comment
 * @param dependencies what it needs, as far as the catalog knows
 */
public record Routine(
        Kind kind,
        ObjectName name,
        String arguments,
        String definition,
        Optional<String> comment,
        Set<Dependency> dependencies)
        implements SchemaObject {
    /** Copies the set. Line ends do not count, and psql on Windows sends its own. */
    public Routine {
        if (kind != Kind.FUNCTION && kind != Kind.PROCEDURE) {
            throw new IllegalArgumentException(kind.words() + " is no routine");
        }
        definition = definition.replace("\r\n", "\n");
        dependencies = Set.copyOf(dependencies);
    }
}
