package dev.switchback.api.schema;

import java.util.List;
import java.util.Objects;

/**
 * One difference between two schemas, seen as the step from the first to the second.
 *
 * @param action what happens
 * @param kind to what kind of thing: {@code table}, {@code column}, {@code index}, {@code view} and so on
 * @param name its name, that of a column with its table: {@code book.title}
 * @param details what differs, a line each, such as {@code type varchar(40) -> varchar(80)}
 */
public record SchemaChange(Action action, String kind, String name, List<String> details) {
    /** Copies the list. */
    public SchemaChange {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        details = List.copyOf(details);
    }

    /** What happens. */
    public enum Action {
        /** It is only in the second schema. */
        ADDED,
        /** It is only in the first schema. */
        REMOVED,
        /** It is different. */
        CHANGED
    }

    /** As a line: {@code column book.title: type varchar(40) -> varchar(80)}. */
    @Override
    public String toString() {
        return kind + " " + name + (details.isEmpty() ? "" : ": " + String.join(", ", details));
    }
}
