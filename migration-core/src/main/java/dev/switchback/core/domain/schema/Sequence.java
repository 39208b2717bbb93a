package dev.switchback.core.domain.schema;

import java.util.Optional;
import java.util.Set;

/**
 * A sequence that no column owns.
 *
 * @param name its name
 * @param options all of its options as they are written in DDL; canonical, never where it stands
 * @param comment its comment
 */
public record Sequence(ObjectName name, String options, Optional<String> comment) implements SchemaObject {

    @Override
    public Kind kind() {
        return Kind.SEQUENCE;
    }

    @Override
    public Set<Dependency> dependencies() {
        return Set.of();
    }
}
