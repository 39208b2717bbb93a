package dev.switchback.core.usecase;

import java.sql.Connection;
import java.sql.SQLException;

/** Writes to the history in one transaction, all or nothing. */
final class Writing {
    private Writing() {}

    /** What is written. */
    interface Change {
        void on(Connection connection) throws SQLException;
    }

    static void inTransaction(Connection connection, Change change) throws SQLException {
        connection.setAutoCommit(false);
        try {
            change.on(connection);
            connection.commit();
        } catch (Throwable failure) {
            // an Error too must not be committed by the auto-commit that follows
            rollBack(connection, failure);
            throw failure;
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // it is written; a connection that is broken says so to whoever uses it next
        }
    }

    /** Where even that fails, auto-commit stays off, because turning it on would commit; the connection is given up. */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
