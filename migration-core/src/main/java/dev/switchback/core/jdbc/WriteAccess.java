package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

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
        switch (dialect) {
            case SQLITE -> requireSqlite(connection);
            case H2 -> requireH2(connection);
            case POSTGRESQL -> requirePostgresql(connection);
            case MARIADB -> requireMariadb(connection);
        }
    }

    /** Beginning to write and giving up is the only question that SQLite answers truly for a file it may not write. */
    private static void requireSqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!began(statement)) {
                // somebody else writes at this moment, so it can be written
                return;
            }
            try {
                statement.execute("CREATE TABLE switchback_write_probe (x)");
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    private static boolean began(Statement statement) throws SQLException {
        try {
            statement.execute("BEGIN IMMEDIATE");
            return true;
        } catch (SQLException e) {
            if (Faults.working(e).isLock()) {
                return false;
            }
            throw e;
        }
    }

    private static void requireH2(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw new FoundFault(
                    Fault.READ_ONLY,
                    "connected to a read-only database",
                    "open it without ACCESS_MODE_DATA=r, and give this user permission to write its file and folder",
                    null);
        }
    }

    private static void requirePostgresql(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_catalog.pg_is_in_recovery(),"
                        + " pg_catalog.current_setting('transaction_read_only') = 'on'")) {
            answer.next();
            if (answer.getBoolean(1)) {
                throw readOnlyReplica(null);
            }
            if (answer.getBoolean(2)) {
                throw new FoundFault(
                        Fault.READ_ONLY,
                        "connected to a read-only database (default_transaction_read_only is on)",
                        "have it set to off for this user and database, or let the pool give connections that may write",
                        null);
            }
        }
    }

    /**
     * Some users may write to a read-only server, so only an attempt can tell. The server looks at that before it looks
     * for the table, which does not exist.
     */
    private static void requireMariadb(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM switchback_write_probe WHERE 1 = 0");
        } catch (SQLException e) {
            if (Faults.working(e) == Fault.READ_ONLY) {
                throw readOnlyServer(e);
            }
            if (Faults.working(e) == Fault.LOST) {
                throw e;
            }
        }
    }

    static FoundFault readOnlyServer(@Nullable SQLException cause) {
        return new FoundFault(
                Fault.READ_ONLY,
                "connected to a read-only server, most likely a replica",
                "connect to the primary: set url or direct-url to it; or have read_only switched off",
                cause);
    }

    static FoundFault readOnlyReplica(@Nullable SQLException cause) {
        return new FoundFault(
                Fault.READ_ONLY,
                "connected to a read-only replica",
                "connect to the primary: set url or direct-url to it (PostgreSQL, with several hosts in the url:"
                        + " target_session_attrs=primary)",
                cause);
    }
}
