package dev.switchback.core.domain.schema;

/**
 * What a view has besides its definition, and loses when it is dropped: a rule, or the default or the comment of a column.
 *
 * @param create the statement that makes it, also in place of one that is there; canonical
 * @param drop the statement that takes it off; two with the same are two states of one thing
 */
public record ViewAddition(String create, String drop) {
    /** Refuses what could be made and never taken off, or the other way round. */
    public ViewAddition {
        if (create.isBlank() || drop.isBlank()) {
            throw new IllegalArgumentException("an addition to a view has two statements: " + create + drop);
        }
    }
}
