package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Tries to take the lock of MariaDB or MySQL. */
final class MariadbAttempt extends ServerAttempt {

    private final ConnectionSource source;
    private final SessionSettings settings;
    private final DatabaseErrors errors;

    MariadbAttempt(ConnectionSource source, String claim, SessionSettings settings, DatabaseErrors errors) {
        super(source, claim, AnswerLimit.of(settings), errors);
        this.source = source;
        this.settings = settings;
        this.errors = errors;
    }

    private MariadbNames names(Connection connection) throws SQLException {
        return MariadbNames.of(connection, settings.schema());
    }

    @Override
    boolean tryLock(Connection connection) throws SQLException {
        return MariadbNames.take(connection, names(connection).lock());
    }

    @Override
    Optional<LockHolder> holder(Connection connection) throws SQLException {
        return names(connection).holder(connection);
    }

    @Override
    Optional<LockHolder> leftover(Connection connection) throws SQLException {
        return names(connection).worker(connection);
    }

    @Override
    MigrationLock.Held held(Connection connection, JvmClaim claim) throws SQLException {
        return MariadbHeld.of(connection, names(connection), settings, claim, source, errors);
    }

    @Override
    void free(Connection connection) throws SQLException {
        MariadbNames.release(connection, names(connection).lock());
    }
}
