package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Finds out whether a statement has ended the transaction that it was sent in, by asking the database. */
final class TransactionWatch {

    /** The code of MariaDB and MySQL for a savepoint that is not there, any more. */
    private static final int NO_SUCH_SAVEPOINT = 1305;

    private final Connection connection;
    private final Dialect dialect;
    private @Nullable Savepoint savepoint;
    private @Nullable String transaction;

    TransactionWatch(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Remembers the transaction; something was written in it. */
    void begin() throws SQLException {
        if (dialect == Dialect.MARIADB) {
            savepoint = connection.setSavepoint();
        } else if (dialect == Dialect.H2) {
            transaction = transaction();
        }
    }

    /** Whether another one has taken its place. */
    boolean isOver() throws SQLException {
        if (dialect == Dialect.H2) {
            String now = transaction();
            return now == null || !now.equals(transaction);
        }
        return savepoint != null && !isThere(savepoint);
    }

    /** A commit takes the savepoints with it. */
    private boolean isThere(Savepoint mark) throws SQLException {
        try {
            connection.releaseSavepoint(mark);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_SAVEPOINT) {
                return false;
            }
            throw e;
        } finally {
            savepoint = null;
        }
    }

    private @Nullable String transaction() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet id = statement.executeQuery("SELECT TRANSACTION_ID()")) {
            return id.next() ? id.getString(1) : null;
        }
    }
}
