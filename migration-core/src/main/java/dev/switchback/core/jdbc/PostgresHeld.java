package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The lock of PostgreSQL, held by the transaction of a connection. */
final class PostgresHeld extends HeldLock {

    private final Connection connection;
    private final Optional<String> role;

    PostgresHeld(
            Connection connection,
            Optional<String> role,
            JvmClaim claim,
            ConnectionSource source,
            DatabaseErrors errors) {
        super(claim, source, errors);
        this.connection = connection;
        this.role = role;
    }

    /**
     * A utility statement, the last one after every query: it proves that the transaction lives, and frees the snapshot
     * that a query keeps until the next statement, on which {@code CREATE INDEX CONCURRENTLY} would wait for ever.
     */
    static void freeSnapshot(Connection connection) throws SQLException {
        execute(connection, "SAVEPOINT switchback_alive; RELEASE SAVEPOINT switchback_alive");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void end(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            execute(connection, "ROLLBACK");
        }
    }

    @Override
    public void ensureHeld() {
        try {
            freeSnapshot(connection);
        } catch (SQLException e) {
            throw MigrationLockException.lost("its connection has ended (SQLState " + e.getSQLState() + ")");
        }
    }

    /** The transaction of the lock keeps the engine's as well, with the rights that the work has. */
    @Override
    Optional<Connection> keeper() throws SQLException {
        takeOn(connection, role);
        return Optional.of(connection);
    }

    /** Until the end of the transaction. */
    static void takeOn(Connection connection, Optional<String> role) throws SQLException {
        if (role.isPresent()) {
            ask(connection, "SELECT pg_catalog.set_config('role', " + SessionControl.literal(role.get()) + ", true)");
        }
    }

    @Override
    void settle(Connection keeper) throws SQLException {
        freeSnapshot(keeper);
    }

    @Override
    void free() throws SQLException {
        try (connection) {
            end(connection);
        }
    }

    /**
     * Gives the session a name by which the next starter finds it. The name is the only mark that everybody can see, that
     * a pooler keeps with the session, and that is there outside of transactions too.
     */
    @Override
    MigrationLock.Cover mark(Connection run) throws SQLException {
        String before = ask(run, "SELECT pg_catalog.current_setting('application_name')");
        call(run, ProcessName.own().asRun());
        return () -> {
            try {
                if (!run.isClosed()) {
                    call(run, before);
                }
            } catch (SQLException e) {
                // a broken session has lost its name
            }
        };
    }

    private static void call(Connection run, String name) throws SQLException {
        ask(run, "SELECT pg_catalog.set_config('application_name', " + SessionControl.literal(name) + ", false)");
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : "";
        }
    }
}
