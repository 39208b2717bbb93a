package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">transaction-scoped advisory
 * lock</a> on a connection of its own. Scoped to the transaction, because a session-scoped one is not exclusive behind a
 * pooler that lends a session for a transaction only. One for the whole database: see {@link LockKey}.
 */
final class PostgresMigrationLock implements MigrationLock {

    private final ConnectionSource source;
    private final SessionSettings settings;
    private final DatabaseErrors errors;

    PostgresMigrationLock(ConnectionSource source, SessionSettings settings, DatabaseErrors errors) {
        this.source = source;
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public String description() {
        return "advisory lock " + LockKey.POSTGRESQL;
    }

    @Override
    public Optional<Held> acquire(Duration timeout, Waiting waiting) {
        try (PostgresAttempt attempt = new PostgresAttempt(source, settings, errors)) {
            return Polling.poll(attempt, timeout, waiting);
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    @Override
    public List<LockHolder> holders() {
        try (Connection connection = errors.opened(source)) {
            return AnswerLimit.of(settings).during(connection, Dialect.POSTGRESQL, () -> holders(connection));
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    private static List<LockHolder> holders(Connection connection) throws SQLException {
        PostgresHeld.execute(connection, PostgresAttempt.BEGIN);
        List<LockHolder> all = new PostgresSessions(connection).all();
        PostgresHeld.end(connection);
        return all;
    }
}
