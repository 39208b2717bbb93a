package dev.switchback.core.jdbc;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The connection that engines get. Every transaction in it begins with the settings of {@link SessionControl}, and a
 * transaction that was neither committed nor rolled back is rolled back when auto-commit returns: JDBC itself would
 * commit it, and with it half a migration when an {@link Error} escapes from an engine.
 */
final class GuardedConnection extends ForwardingConnection {

    private final SessionControl control;
    /** The latest statement that was made; whoever cancels comes from another thread. */
    private volatile @Nullable Statement latest;

    private GuardedConnection(Connection connection, SessionControl control) {
        super(connection);
        this.control = control;
    }

    static Connection of(Connection connection, SessionControl control) {
        return new GuardedConnection(connection, control);
    }

    /** The control of a connection that {@link #of} made. */
    static SessionControl controlOf(Connection guarded) {
        return ((GuardedConnection) guarded).control;
    }

    /** Says that another session belongs to the same run, if it is a connection that {@link #of} made. */
    static void accompany(Connection connection, long session) {
        if (connection instanceof GuardedConnection guarded) {
            guarded.control.accompaniedBy(session);
        }
    }

    /** Cancels what a connection that {@link #of} made executes at this moment. */
    static void cancel(Connection guarded) {
        ((GuardedConnection) guarded).cancelLatest();
    }

    private void cancelLatest() {
        Statement statement = latest;
        try {
            if (statement != null && !statement.isClosed()) {
                statement.cancel();
            }
        } catch (SQLException e) {
            // then it ends by itself, and the next one is not begun
        }
    }

    @Override
    public @Nullable String getSchema() throws SQLException {
        return control.knowsSchema() ? control.schema() : super.getSchema();
    }

    @Override
    public void setAutoCommit(boolean on) throws SQLException {
        if (getAutoCommit() == on) {
            return;
        }
        if (on) {
            rollback();
        }
        try {
            super.setAutoCommit(on);
            if (!on) {
                control.begun();
            }
        } catch (SQLException e) {
            leaveTransaction(e);
            throw e;
        }
    }

    /** SQLite's driver takes note of a transaction before it has begun one, and would believe in it for ever. */
    private void leaveTransaction(SQLException failure) {
        try {
            super.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private <T extends Statement> T made(T statement) {
        latest = statement;
        return statement;
    }

    @Override
    public Statement createStatement() throws SQLException {
        return made(super.createStatement());
    }

    @Override
    public Statement createStatement(int type, int concurrency) throws SQLException {
        return made(super.createStatement(type, concurrency));
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        return made(super.createStatement(type, concurrency, holdability));
    }

    @Override
    public CallableStatement prepareCall(String sql) throws SQLException {
        return made(super.prepareCall(sql));
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
        return made(super.prepareCall(sql, type, concurrency));
    }

    @Override
    public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability) throws SQLException {
        return made(super.prepareCall(sql, type, concurrency, holdability));
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return made(super.prepareStatement(sql));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return made(super.prepareStatement(sql, generatedKeys));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int[] columnIndexes) throws SQLException {
        return made(super.prepareStatement(sql, columnIndexes));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, String[] columnNames) throws SQLException {
        return made(super.prepareStatement(sql, columnNames));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        return made(super.prepareStatement(sql, type, concurrency));
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        return made(super.prepareStatement(sql, type, concurrency, holdability));
    }
}
