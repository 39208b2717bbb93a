package dev.switchback.core.usecase;

import dev.switchback.core.port.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes to the history in one transaction, all or nothing. */
final class Writing {
    private Writing() {}

    /** What is written. */
    interface Change {
        void on(Connection connection) throws SQLException;
    }

    /**
     * Writes.
     *
     * @throws dev.switchback.api.error.DatabaseAccessException if the connection was lost while it was committed, so that
     *     only the database knows whether it is written
     */
    static void inTransaction(Database database, Connection connection, Change change) throws SQLException {
        connection.setAutoCommit(false);
        try {
            change.on(connection);
        } catch (Throwable failure) {
            // an Error too must not be committed by the auto-commit that follows
            rollBack(connection, failure);
            throw failure;
        }
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection, e);
            throw database.unsure(e, "while this was recorded, so it may be recorded or not");
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
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
