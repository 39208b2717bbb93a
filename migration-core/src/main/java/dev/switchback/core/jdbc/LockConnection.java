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

    /** Sets nothing yet, so that whoever has it can close it whatever comes. */
    LockConnection(Connection connection, AnswerLimit limit) {
        super(connection);
        this.connection = connection;
        this.limit = limit;
    }

    /** From now on an answer is not waited for without end. */
    LockConnection limited() {
        limit.keep(connection);
        return this;
    }

    @Override
    public void close() throws SQLException {
        try {
            limit.lift(connection);
        } finally {
            connection.close();
        }
    }
}
