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

    private LockConnection(Connection connection, AnswerLimit limit) {
        super(connection);
        this.connection = connection;
        this.limit = limit;
    }

    static LockConnection of(Connection connection, AnswerLimit limit) {
        limit.keep(connection);
        return new LockConnection(connection, limit);
    }

    @Override
    public void close() throws SQLException {
        limit.lift(connection);
        connection.close();
    }
}
