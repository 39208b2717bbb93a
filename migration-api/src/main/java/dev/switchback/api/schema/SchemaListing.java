package dev.switchback.api.schema;

import java.util.List;
import java.util.Objects;

/**
 * A schema as SQL.
 *
 * @param source what to call it
 * @param statements what makes it in an empty database, in an order that runs
 * @param notes what is there and is not in the statements
 */
public record SchemaListing(String source, List<SchemaStatement> statements, List<String> notes) {
    /** Copies the lists. */
    public SchemaListing {
        Objects.requireNonNull(source, "source");
        statements = List.copyOf(statements);
        notes = List.copyOf(notes);
    }
}
