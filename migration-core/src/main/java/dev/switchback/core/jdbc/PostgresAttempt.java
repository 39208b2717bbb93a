package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Tries to take the lock of PostgreSQL. */
final class PostgresAttempt extends ServerAttempt {

    /** The first server that ends a transaction because of its age. */
    private static final int TRANSACTION_TIMEOUT_SINCE = 17;

    /**
     * A transaction begins and ends with statements of our own: the driver prepares its own ones, which a pooler does not
     * keep. A role may have another isolation by default, with which the first snapshot would be kept for ever; and the
     * path may lead to operators of a stranger.
     */
    static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL search_path = pg_catalog";

    private final ConnectionSource source;
    private final Optional<String> role;
    private final DatabaseErrors errors;

    PostgresAttempt(ConnectionSource source, SessionSettings settings, DatabaseErrors errors) {
        super(source, source.lockName(), AnswerLimit.of(settings), errors);
        this.role = settings.role();
        this.source = source;
        this.errors = errors;
    }

    @Override
    boolean tryLock(Connection connection) throws SQLException {
        // the name first: from the moment it has the lock others see who it is
        PostgresHeld.execute(
                connection,
                BEGIN + "; SET LOCAL application_name = '" + ProcessName.own().asHolder() + "'");
        if (!ask(connection)) {
            return false;
        }
        keep(connection);
        return true;
    }

    private static boolean ask(Connection connection) throws SQLException {
        String sql = "SELECT pg_catalog.pg_try_advisory_xact_lock(" + LockKey.POSTGRESQL + ")";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * The server must not end this transaction for being idle or old. It must notice within a minute that our machine is
     * gone, instead of after the two hours that are usual. All of that ends with the transaction.
     */
    static void keep(Connection connection) throws SQLException {
        String sql =
                "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL tcp_keepalives_idle = " + KeepAlive.IDLE
                        + "; SET LOCAL tcp_keepalives_interval = " + KeepAlive.INTERVAL
                        + "; SET LOCAL tcp_keepalives_count = " + KeepAlive.COUNT;
        if (connection.getMetaData().getDatabaseMajorVersion() >= TRANSACTION_TIMEOUT_SINCE) {
            sql += "; SET LOCAL transaction_timeout = 0";
        }
        PostgresHeld.execute(connection, sql);
    }

    @Override
    Optional<LockHolder> holder(Connection connection) throws SQLException {
        Optional<LockHolder> holder =
                new PostgresSessions(connection).all().stream().findFirst();
        // between two attempts there is no transaction for others to wait for
        PostgresHeld.end(connection);
        return holder;
    }

    @Override
    Optional<LockHolder> leftover(Connection connection) throws SQLException {
        Optional<LockHolder> leftover =
                new PostgresSessions(connection).runs().stream().findFirst();
        PostgresHeld.freeSnapshot(connection);
        return leftover;
    }

    @Override
    MigrationLock.Held held(Connection connection, JvmClaim claim) {
        return new PostgresHeld(connection, role, claim, source, errors);
    }

    @Override
    void free(Connection connection) throws SQLException {
        PostgresHeld.end(connection);
    }
}
