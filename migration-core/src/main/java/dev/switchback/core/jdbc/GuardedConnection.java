package dev.switchback.core.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connection that engines get. Every transaction in it begins with the settings of {@link SessionControl}, and a
 * transaction that was neither committed nor rolled back is rolled back when auto-commit returns: JDBC itself would
 * commit it, and with it half a migration when an {@link Error} escapes from an engine.
 */
final class GuardedConnection {

    private final Connection connection;
    private final SessionControl control;
    /** The latest statement that was made; whoever cancels comes from another thread. */
    private volatile @Nullable Statement latest;

    private GuardedConnection(Connection connection, SessionControl control) {
        this.connection = connection;
        this.control = control;
    }

    /** What the connection has beside those of JDBC. */
    private interface Guarded {
        SessionControl control();

        void cancelLatest();
    }

    static Connection of(Connection connection, SessionControl control) {
        GuardedConnection guard = new GuardedConnection(connection, control);
        return (Connection) Proxy.newProxyInstance(
                Objects.requireNonNull(GuardedConnection.class.getClassLoader()),
                new Class<?>[] {Connection.class, Guarded.class},
                (proxy, method, arguments) -> {
                    if (guard.answers(method.getName())) {
                        return guard.answer(method.getName(), arguments);
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (result instanceof Statement statement) {
                            guard.latest = statement;
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** The control of a connection that {@link #of} made. */
    static SessionControl controlOf(Connection guarded) {
        return ((Guarded) guarded).control();
    }

    /** Cancels what a connection that {@link #of} made executes at this moment. */
    static void cancel(Connection guarded) {
        ((Guarded) guarded).cancelLatest();
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

    /** What is not left to the connection itself. */
    private boolean answers(String method) {
        return switch (method) {
            case "control", "cancelLatest", "setAutoCommit" -> true;
            case "getSchema" -> control.knowsSchema();
            default -> false;
        };
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) throws SQLException {
        if (method.equals("setAutoCommit")) {
            setAutoCommit(Boolean.TRUE.equals(Objects.requireNonNull(arguments)[0]));
            return null;
        }
        if (method.equals("cancelLatest")) {
            cancelLatest();
            return null;
        }
        return method.equals("control") ? control : control.schema();
    }

    private void setAutoCommit(boolean on) throws SQLException {
        if (connection.getAutoCommit() == on) {
            return;
        }
        if (on) {
            connection.rollback();
        }
        try {
            connection.setAutoCommit(on);
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
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
