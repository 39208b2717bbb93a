package dev.switchback.core.jdbc;

import dev.switchback.core.port.WholeTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes one transaction of those that an engine begins and ends. The engine gets a connection on which auto-commit and
 * commit mean nothing to the database; every part of the transaction begins with the settings that a transaction of its
 * own would begin with, because the part before may have left others.
 */
final class JoinedTransactions implements WholeTransaction {

    private final Connection guarded;
    private final SessionControl control;
    private final Connection joined;
    private boolean begun;
    private boolean inPart;
    private boolean rolledBack;
    private boolean committed;

    JoinedTransactions(Connection guarded, SessionControl control) {
        this.guarded = guarded;
        this.control = control;
        this.joined = (Connection) Proxy.newProxyInstance(
                Objects.requireNonNull(JoinedTransactions.class.getClassLoader()),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (isTransaction(method.getName(), arguments)) {
                        return answer(method.getName(), arguments);
                    }
                    try {
                        return method.invoke(guarded, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    /** Savepoints stay what they are. */
    private static boolean isTransaction(String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "setAutoCommit", "getAutoCommit", "commit" -> true;
            case "rollback" -> arguments == null || arguments.length == 0;
            default -> false;
        };
    }

    private @Nullable Object answer(String method, Object @Nullable [] arguments) throws SQLException {
        switch (method) {
            case "getAutoCommit" -> {
                return !inPart;
            }
            case "setAutoCommit" -> setAutoCommit(Boolean.TRUE.equals(Objects.requireNonNull(arguments)[0]));
            case "rollback" -> rollBack();
            default -> requireAll();
        }
        return null;
    }

    private void setAutoCommit(boolean on) throws SQLException {
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
}
