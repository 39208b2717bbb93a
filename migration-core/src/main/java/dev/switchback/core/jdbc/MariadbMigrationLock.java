package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://mariadb.com/kb/en/get_lock/">named lock</a> on the connection that the work is done on; the server
 * frees it when the connection ends.
 */
final class MariadbMigrationLock extends PollingLock {

    private final ConnectionSource source;

    MariadbMigrationLock(ConnectionSource source) {
        this.source = source;
    }

    @Override
    @Nullable Held tryAcquire() {
        Connection connection = null;
        try {
            connection = source.open();
            String name = name(connection);
            if (ask(connection, "SELECT GET_LOCK(?, 0)", name) == 1) {
                return new HeldName(connection, name);
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException close) {
                    e.addSuppressed(close);
                }
            }
            throw new MigrationLockException(
                    Duration.ZERO,
                    null,
                    "the migration lock could not be asked for (SQLState " + e.getSQLState() + ")");
        }
    }

    @Override
    Optional<String> holder() {
        try (Connection connection = source.open()) {
            long id = ask(connection, "SELECT IS_USED_LOCK(?)", name(connection));
            return id == 0 ? Optional.empty() : Optional.of("server connection " + id);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static String name(Connection connection) throws SQLException {
        // at most 64 characters: MySQL's limit
        return "switchback:" + Long.toHexString(LockKey.of("mariadb", connection.getCatalog(), ""));
    }

    private static long ask(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? result.getLong(1) : 0;
            }
        }
    }

    private static final class HeldName implements Held {
        private final Connection connection;
        private final String name;

        HeldName(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /** The lock belongs to the session, whatever transactions begin and end in it. */
        @Override
        public Optional<Connection> connection() {
            return Optional.of(connection);
        }

        @Override
        public void ensureHeld() {
            try {
                if (ask(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", name) == 1) {
                    return;
                }
            } catch (SQLException e) {
                // told below
            }
            throw new MigrationLockException(Duration.ZERO, null, "the migration lock was lost");
        }

        @Override
        public void close() {
            try {
                if (!connection.isClosed()) {
                    ask(connection, "SELECT RELEASE_LOCK(?)", name);
                    connection.close();
                }
            } catch (SQLException e) {
                // the server frees the lock with the connection
            }
        }
    }
}
