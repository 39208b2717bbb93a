package dev.switchback.core.domain.schema;

import java.util.Comparator;
import java.util.Optional;

/**
 * The name of a table, a view, or anything else that a schema holds, as the catalog spells it.
 *
 * @param schema the schema; empty for the one in which migrations run
 * @param name the name, not quoted
 */
public record ObjectName(Optional<String> schema, String name) implements Comparable<ObjectName> {

    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing((ObjectName o) -> o.schema.orElse("")).thenComparing(ObjectName::name);

    /** Refuses an empty name. */
    public ObjectName {
        if (name.isEmpty() || schema.filter(String::isEmpty).isPresent()) {
            throw new IllegalArgumentException("a name is empty");
        }
    }

    /**
     * A name in the schema of the migrations.
     *
     * @param name the name
     * @return the same without a schema
     */
    public static ObjectName of(String name) {
        return new ObjectName(Optional.empty(), name);
    }

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** As a person writes it, for messages; not quoted. */
    @Override
    public String toString() {
        return schema.map(s -> s + "." + name).orElse(name);
    }
}
