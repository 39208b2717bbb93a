package dev.switchback.core.domain.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A trigger, compared as a whole.
 *
 * @param name its name
 * @param table the table or view it belongs to
 * @param definition the statement that makes it, whole and canonical
 * @param comment its comment
 * @param dependencies what it needs besides its table: a function on PostgreSQL, tables where the catalog tells it
 */
public record Trigger(
        ObjectName name, ObjectName table, String definition, Optional<String> comment, Set<Dependency> dependencies)
        implements SchemaObject {
    /** Copies the set. Line ends do not count, and psql on Windows sends its own. */
    public Trigger {
        definition = definition.replace("\r\n", "\n");
        dependencies = Set.copyOf(dependencies);
    }

    @Override
    public Kind kind() {
        return Kind.TRIGGER;
    }
}
