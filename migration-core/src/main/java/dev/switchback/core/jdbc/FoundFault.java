package dev.switchback.core.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Something wrong that Switchback found out itself, with more to say about it than the database would. */
final class FoundFault extends SQLException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String next;

    /**
     * Creates it.
     *
     * @param fault what kind of thing is wrong
     * @param what what is wrong, as the rest of a sentence about the database
     * @param next what to do
     * @param cause what the database said, or null
     */
    FoundFault(Fault fault, String what, String next, @Nullable SQLException cause) {
        super(what, cause == null ? null : cause.getSQLState(), cause == null ? 0 : cause.getErrorCode(), cause);
        this.fault = fault;
        this.next = next;
    }

    Fault fault() {
        return fault;
    }

    String next() {
        return next;
    }
}
