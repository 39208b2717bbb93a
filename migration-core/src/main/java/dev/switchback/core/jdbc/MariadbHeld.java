package dev.switchback.core.jdbc;

import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** The lock of MariaDB or MySQL, held by a session. */
final class MariadbHeld extends HeldLock {

    /** The longest that the server takes on every system, 24 days: longer than any migration. */
    private static final long LONGEST_WAIT = 2_147_483;

    private final Connection connection;
    private final MariadbNames names;
    private final long waitTimeout;
    private final SessionControl control;

    private MariadbHeld(
            Connection connection,
            MariadbNames names,
            long waitTimeout,
            SessionControl control,
            JvmClaim claim,
            ConnectionSource source,
            DatabaseErrors errors) {
        super(claim, source, errors);
        this.connection = connection;
        this.names = names;
        this.waitTimeout = waitTimeout;
        this.control = control;
    }

    static MariadbHeld of(
            Connection connection,
            MariadbNames names,
            SessionSettings settings,
            JvmClaim claim,
            ConnectionSource source,
            DatabaseErrors errors)
            throws SQLException {
        long before;
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT @@SESSION.wait_timeout")) {
            result.next();
            before = result.getLong(1);
        }
        // the session is idle while a migration runs, and the server ends idle sessions
        set(connection, Math.max(before, LONGEST_WAIT));
        SessionControl control = SessionControl.of(Dialect.MARIADB, connection, settings);
        return new MariadbHeld(connection, names, before, control, claim, source, errors);
    }

    private static void set(Connection connection, long waitTimeout) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wait_timeout = " + waitTimeout);
        }
    }

    /** The same for a session that {@link #endIdle} puts back. */
    static void stayIdle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // MySQL takes the greatest of two whole numbers for no whole number
            statement.execute("SET @switchback_idle = @@SESSION.wait_timeout, SESSION wait_timeout ="
                    + " CAST(GREATEST(@@SESSION.wait_timeout, " + LONGEST_WAIT + ") AS UNSIGNED)");
        }
    }

    static void endIdle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION wait_timeout = @switchback_idle");
        }
    }

    /** The lock belongs to the session, whatever transactions begin and end in it. */
    @Override
    public Optional<Connection> connection() {
        return Optional.of(connection);
    }

    @Override
    public void ensureHeld() {
        Connection run = covered();
        try {
            if (!MariadbNames.isOwn(connection, names.lock())) {
                throw MigrationLockException.lost("the server has given it away");
            }
            // a script may release all locks of its session
            if (run != null && !MariadbNames.isOwn(run, names.run()) && !MariadbNames.take(run, names.run())) {
                throw MigrationLockException.lost("another session does the work of a run");
            }
        } catch (SQLException e) {
            throw MigrationLockException.lost("its connection has ended (SQLState " + e.getSQLState() + ")");
        }
    }

    /** A second lock, on the session that does the work. */
    @Override
    MigrationLock.Cover mark(Connection run) throws SQLException {
        if (!MariadbNames.take(run, names.run())) {
            throw MigrationLockException.notFree(
                    Duration.ZERO, names.worker(connection).orElse(null));
        }
        return () -> {
            try {
                if (!run.isClosed()) {
                    MariadbNames.release(run, names.run());
                }
            } catch (SQLException e) {
                // the server frees the lock with the session
            }
        };
    }

    /** With the rights that the work has. */
    @Override
    Optional<Connection> keeper() throws SQLException {
        if (covered() == connection) {
            return Optional.empty();
        }
        control.enterReading();
        return Optional.of(connection);
    }

    @Override
    void putBack(Connection keeper) throws SQLException {
        control.leaveReading();
    }

    @Override
    void free() throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                MariadbNames.release(connection, names.lock());
                set(connection, waitTimeout);
            }
        }
    }
}
