package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">transaction-scoped advisory
 * lock</a> on a connection of its own. Scoped to the transaction, because a session-scoped one is not exclusive behind a
 * pooler that lends a session for a transaction only.
 */
final class PostgresMigrationLock extends PollingLock {

    private final ConnectionSource source;

    PostgresMigrationLock(ConnectionSource source) {
        this.source = source;
    }

    @Override
    @Nullable Held tryAcquire() {
        Connection connection = null;
        try {
            connection = source.open();
            connection.setAutoCommit(false);
            if (!tryLock(connection)) {
                connection.rollback();
                connection.close();
                return null;
            }
            try (Statement statement = connection.createStatement()) {
                // the server must not end this idle transaction; and as the last statement it frees the snapshot that
                // the query before it holds, on which CREATE INDEX CONCURRENTLY would wait for ever
                statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
            }
            return new HeldTransaction(connection);
        } catch (SQLException e) {
            throw failed(e, connection);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_catalog.pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, key(connection));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static long key(Connection connection) throws SQLException {
        return LockKey.of(
                "postgresql",
                connection.getCatalog(),
                Optional.ofNullable(connection.getSchema()).orElse(""));
    }

    @Override
    Optional<String> holder() {
        String sql = "SELECT a.pid, a.application_name, a.client_addr, pg_catalog.now() - a.xact_start"
                + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
                + " AND ((l.classid::pg_catalog.int8 << 32) | l.objid::pg_catalog.int8) = ?";
        try (Connection connection = source.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key(connection));
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of("server process " + result.getInt(1) + " (" + result.getString(2) + ")")
                        : Optional.empty();
            }
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static MigrationLockException failed(SQLException e, @Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException close) {
            e.addSuppressed(close);
        }
        return new MigrationLockException(
                Duration.ZERO, null, "the migration lock could not be asked for (SQLState " + e.getSQLState() + ")");
    }

    private static final class HeldTransaction implements Held {
        private final Connection connection;

        HeldTransaction(Connection connection) {
            this.connection = connection;
        }

        @Override
        public void ensureHeld() {
            try (Statement statement = connection.createStatement()) {
                // a utility statement: it proves that the transaction lives and leaves no snapshot behind
                statement.execute("SAVEPOINT switchback_alive");
                statement.execute("RELEASE SAVEPOINT switchback_alive");
            } catch (SQLException e) {
                throw new MigrationLockException(
                        Duration.ZERO, null, "the migration lock was lost (SQLState " + e.getSQLState() + ")");
            }
        }

        @Override
        public void close() {
            try {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                    connection.close();
                }
            } catch (SQLException e) {
                // the server frees the lock with the connection
            }
        }
    }
}
