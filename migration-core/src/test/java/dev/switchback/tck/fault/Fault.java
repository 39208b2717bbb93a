package dev.switchback.tck.fault;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** What can happen to a JDBC call. */
public enum Fault {
    /** The call fails once and does nothing; the connection lives on. */
    REFUSED,
    /** The connection is gone before the call reaches the database. */
    CUT,
    /** The database does what the call asks for, and the connection is gone before the answer arrives. */
    ANSWER_LOST,
    /** The JVM has no memory left for the call; the connection lives on. */
    ERROR;

    /** Whether the call reaches the database. */
    boolean happensAfterwards() {
        return this == ANSWER_LOST;
    }

    /** Whether the connection does not survive it. */
    boolean endsTheConnection() {
        return this == CUT || this == ANSWER_LOST;
    }

    /** What the caller gets to see. */
    SQLException toException(String call) {
        return switch (this) {
            case REFUSED -> new SQLException("injected at " + call, "58030");
            case CUT, ANSWER_LOST -> new SQLNonTransientConnectionException("injected at " + call, "08006");
            case ERROR -> throw new OutOfMemory(call);
        };
    }

    /** The error of {@link #ERROR}. */
    static final class OutOfMemory extends OutOfMemoryError {
        private static final long serialVersionUID = 1L;

        OutOfMemory(String call) {
            super("injected at " + call);
        }
    }
}
