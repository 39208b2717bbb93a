package dev.switchback.liquibase;

import java.sql.Connection;
import liquibase.database.jvm.JdbcConnection;

/**
 * A connection of ours as Liquibase sees it: it may run statements, but transactions begin and end where the session
 * says, so that a script and its row of the history are committed together. Liquibase alone commits between the two.
 */
final class BorrowedConnection extends JdbcConnection {

    BorrowedConnection(Connection connection) {
        super(connection);
    }

    @Override
    public void commit() {
        // the session commits
    }

    @Override
    public void rollback() {
        // the session rolls back
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {
        // the session decides
    }

    @Override
    public void close() {
        // the caller of the session closes it
    }
}
