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
        boolean committed = false;
        try {
            change.on(connection);
            connection.commit();
            committed = true;
        } finally {
            // an Error must not be committed by the auto-commit that follows
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
