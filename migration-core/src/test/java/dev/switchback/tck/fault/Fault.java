package dev.switchback.tck.fault;

import dev.switchback.tck.DatabaseAbility;
import dev.switchback.tck.TestDatabase;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * What can happen on a database.
     *
     * @param product the database; in one that is embedded no answer gets lost on its way
     * @return the faults
     */
    public static List<Fault> on(TestDatabase product) {
        return Stream.of(values())
                .filter(fault -> fault != ANSWER_LOST || product.can(DatabaseAbility.SERVER))
                .toList();
    }

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
