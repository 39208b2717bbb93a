package dev.switchback.core.jdbc;

import dev.switchback.core.port.WholeTransaction;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes one transaction of those that an engine begins and ends. The engine gets a connection on which auto-commit and
 * commit mean nothing to the database; every part of the transaction begins with the settings that a transaction of its
 * own would begin with, because the part before may have left others.
 */
final class JdbcWholeTransaction implements WholeTransaction {

    private final Connection guarded;
    private final SessionControl control;
    private final Connection joined;
    private boolean begun;
    private boolean inPart;
    private boolean rolledBack;
    private boolean committed;

    JdbcWholeTransaction(Connection guarded, SessionControl control) {
        this.guarded = guarded;
        this.control = control;
        this.joined = new Joined(guarded);
    }

    private void changeAutoCommit(boolean on) throws SQLException {
        if (on == !inPart) {
            return;
        }
        if (!on && !begun) {
            guarded.setAutoCommit(false);
            begun = true;
        } else if (!on) {
            control.begun();
        }
        inPart = !on;
    }

    private void rollBack() throws SQLException {
        if (begun) {
            rolledBack = true;
            guarded.rollback();
        }
    }

    /** A part that was rolled back took those before it along. */
    private void requireAll() throws SQLException {
        if (rolledBack) {
            throw new SQLException("the transaction of this run was rolled back before its end");
        }
    }

    @Override
    public Connection connection() {
        return joined;
    }

    @Override
    public void commit() throws SQLException {
        requireAll();
        guarded.commit();
        committed = true;
        close();
    }

    @Override
    public void close() {
        if (!begun) {
            return;
        }
        begun = false;
        inPart = false;
        rolledBack |= !committed;
        try {
            // rolls back what is open
            guarded.setAutoCommit(true);
        } catch (SQLException e) {
            // a connection that is lost has rolled back, and says so to whoever uses it next
        }
    }

    /** The connection of the engine. Savepoints stay what they are. */
    private final class Joined extends ForwardingConnection {

        Joined(Connection guarded) {
            super(guarded);
        }

        @Override
        public boolean getAutoCommit() {
            return !inPart;
        }

        @Override
        public void setAutoCommit(boolean on) throws SQLException {
            changeAutoCommit(on);
        }

        @Override
        public void commit() throws SQLException {
            requireAll();
        }

        @Override
        public void rollback() throws SQLException {
            rollBack();
        }
    }
}
