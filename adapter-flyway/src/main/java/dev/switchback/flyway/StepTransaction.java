package dev.switchback.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** The transaction of one step. Afterwards auto-commit is on, unless the connection did not allow even that. */
final class StepTransaction {

    private final Connection connection;
    private final boolean transactional;
    private final boolean ddlCommits;
    private @Nullable Savepoint savepoint;
    private boolean committed;

    /**
     * Creates the transaction; nothing is begun yet.
     *
     * @param transactional whether the script belongs into it, or only its row of the history
     * @param ddlCommits whether the database commits by itself with every statement that changes the schema
     */
    StepTransaction(Connection connection, boolean transactional, boolean ddlCommits) {
        this.connection = connection;
        this.transactional = transactional;
        this.ddlCommits = ddlCommits;
    }

    void beginScript() throws SQLException {
        connection.setAutoCommit(!transactional);
        if (transactional && ddlCommits) {
            savepoint = connection.setSavepoint();
        }
    }

    void beginRecord() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // the step is done; a connection that is broken says so to whoever uses it next
        }
    }

    /**
     * Takes back what can be taken back.
     *
     * @param failure gets what fails here
     * @return whether statements that succeeded stay applied nevertheless
     */
    boolean rollBack(Throwable failure) {
        boolean survives = !committed && (!transactional || committedInBetween());
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // auto-commit stays off: turning it on would commit what could not be rolled back
            failure.addSuppressed(e);
        }
        return survives;
    }

    /** A commit takes the savepoints with it, so the database itself tells whether there was one. */
    private boolean committedInBetween() {
        if (savepoint == null) {
            return false;
        }
        try {
            connection.rollback(savepoint);
            return false;
        } catch (SQLException e) {
            return true;
        }
    }
}
