package dev.switchback.api.schema;

import java.util.List;
import java.util.Objects;

/**
 * What differs between two schemas.
 *
 * @param from what to call the first
 * @param to what to call the second
 * @param changes the differences, as steps from the first to the second
 * @param statements the SQL that leads from the first to the second, in an order that runs
 * @param heldBack what the file {@code pending-drops} lists and so is not among the changes, such as
 *     {@code column book.subtitle}
 * @param notes what is there and cannot be compared
 */
public record SchemaComparison(
        String from,
        String to,
        List<SchemaChange> changes,
        List<SchemaStatement> statements,
        List<String> heldBack,
        List<String> notes) {
    /** Copies the lists. */
    public SchemaComparison {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        heldBack = List.copyOf(heldBack);
        notes = List.copyOf(notes);
    }

    /** Whether nothing differs. */
    public boolean same() {
        return changes.isEmpty();
    }
}
