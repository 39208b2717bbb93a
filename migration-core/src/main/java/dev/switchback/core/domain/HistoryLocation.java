package dev.switchback.core.domain;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the history is.
 *
 * @param schema the schema of the table; empty for the connection's own
 * @param table the name of the table
 */
public record HistoryLocation(Optional<String> schema, String table) {
    /** Checks that everything is there. */
    public HistoryLocation {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(table, "table");
    }
}
