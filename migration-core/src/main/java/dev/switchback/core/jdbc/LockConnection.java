package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection that a lock of a server is held on: only short questions are asked on it, and none of them is waited for
 * without end. It goes back to its pool as it came.
 */
final class LockConnection extends ForwardingConnection {

    private final Connection connection;
    private final AnswerLimit limit;
    private boolean kept;

    /** Sets nothing yet, so that whoever has it can close it whatever comes. */
    LockConnection(Connection connection, AnswerLimit limit) {
        super(connection);
        this.connection = connection;
        this.limit = limit;
    }

    /** From now on an answer is not waited for without end. */
    LockConnection limited() {
        kept = limit.keep(connection);
        return this;
    }

    /** From now on a script runs here, which may take hours without a word. A limit of the application's own stays. */
    void lift() {
        if (kept) {
            kept = false;
            AnswerLimit.lift(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            lift();
        } finally {
            connection.close();
        }
    }
}
