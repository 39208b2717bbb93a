package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Finds out that a database is read-only before the first migration runs into it. */
public final class WriteAccess {

    private WriteAccess() {}

    /**
     * Makes sure that this connection may write. Writes nothing.
     *
     * @param connection the connection of the command, with auto-commit on
     * @param dialect its dialect
     * @throws SQLException if the database is read-only
     */
    public static void require(Connection connection, Dialect dialect) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            probe(connection);
        } else if (connection.isReadOnly()) {
            throw new SQLException("the connection is read-only", "25006");
        }
    }

    /** To begin to write and to give up is the only question that SQLite answers truly for a file it may not write. */
    private static void probe(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try {
                statement.execute("BEGIN IMMEDIATE");
            } catch (SQLException e) {
                if (DatabaseErrors.metALock(Dialect.SQLITE, e)) {
                    // somebody writes at this moment, so it can be written
                    return;
                }
                throw e;
            }
            try {
                statement.execute("CREATE TABLE switchback_write_probe (x)");
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }
}
