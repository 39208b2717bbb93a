package dev.switchback.core.domain.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A type that a schema holds.
 *
 * @param kind {@link SchemaObject.Kind#ENUM} or {@link SchemaObject.Kind#DOMAIN}
 * @param name its name
 * @param labels the values of an enum, in order
 * @param definition what follows {@code AS} in the statement that makes it; canonical
 * @param comment its comment
 * @param dependencies the types and routines it needs
 */
public record UserType(
        Kind kind,
        ObjectName name,
        List<String> labels,
        String definition,
        Optional<String> comment,
        Set<Dependency> dependencies)
        implements SchemaObject {
    /** Copies the collections. */
    public UserType {
        if (kind != Kind.ENUM && kind != Kind.DOMAIN) {
            throw new IllegalArgumentException(kind.words() + " is no type");
        }
        labels = List.copyOf(labels);
        dependencies = Set.copyOf(dependencies);
    }
}
