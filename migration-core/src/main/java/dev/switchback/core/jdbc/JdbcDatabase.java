package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.RunSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database behind JDBC connections. */
public final class JdbcDatabase implements Database {

    private final ConnectionSource connections;
    private final DatabaseErrors errors;
    private final SessionSettings settings;

    /**
     * Creates it; connects to nothing.
     *
     * @param connections where its connections come from; closed with it
     * @param errors how its failures are told
     * @param settings how sessions have to be
     */
    public JdbcDatabase(ConnectionSource connections, DatabaseErrors errors, SessionSettings settings) {
        this.connections = connections;
        this.errors = errors;
        this.settings = settings;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private <T> T translated(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw errors.translate(connections, e);
        }
    }

    @Override
    public DatabaseKind kind() {
        return translated(connections::kind);
    }

    @Override
    public DatabaseInfo info() {
        return new DatabaseInfo(connections.name(), kind().displayName(), "", exists());
    }

    @Override
    public DatabaseInfo info(Connection connection) throws SQLException {
        return new DatabaseInfo(
                connections.name(),
                kind().displayName(),
                connection.getMetaData().getDatabaseProductVersion(),
                true);
    }

    @Override
    public boolean exists() {
        return connections.exists();
    }

    @Override
    public <T> T read(Work<T> work) {
        return translated(() -> {
            try (Connection connection = connections.open()) {
                return look(guarded(connection), work);
            }
        });
    }

    private Connection guarded(Connection connection) {
        return GuardedConnection.of(connection, SessionControl.of(dialect(), connection, settings));
    }

    @Override
    public <T> Optional<T> readUnlessTaken(Work<T> work) {
        try {
            return Optional.of(read(work));
        } catch (DatabaseAccessException e) {
            if (DatabaseErrors.openElsewhere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return translated(() -> {
            try (Connection connection = connections.open()) {
                Connection guarded = guarded(connection);
                SessionControl control = GuardedConnection.controlOf(guarded);
                return finishing(control::leaveWriting, () -> {
                    control.enterWriting();
                    WriteAccess.require(connection, dialect());
                    return work.on(guarded);
                });
            }
        });
    }

    @Override
    public <T> T look(Connection guarded, Work<T> work) throws SQLException {
        SessionControl control = GuardedConnection.controlOf(guarded);
        return finishing(control::leaveReading, () -> {
            control.enterReading();
            return work.on(guarded);
        });
    }

    @Override
    public Optional<String> untrustedOwner(Connection guarded, HistoryLocation history) throws SQLException {
        if (dialect() != Dialect.POSTGRESQL) {
            return Optional.empty();
        }
        SessionControl control = GuardedConnection.controlOf(guarded);
        Optional<String> schema = history.schema().or(() -> Optional.ofNullable(control.schema()));
        return schema.isEmpty()
                ? Optional.empty()
                : TableOwner.untrusted(guarded, schema.get(), history.table(), control.isWriting());
    }

    @Override
    public RunSession session(Connection guarded) throws SQLException {
        return new JdbcRunSession(dialect(), guarded, connections);
    }

    /** What has to be done at the end in any case. */
    private interface End {
        void come() throws SQLException;
    }

    /** The connection may go back into somebody's pool; that it is broken does not hide why. */
    private static <T> T finishing(End end, Question<T> work) throws SQLException {
        T result;
        try {
            result = work.ask();
        } catch (SQLException | RuntimeException | Error e) {
            try {
                end.come();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        end.come();
        return result;
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        return TableCatalog.tables(connection, settings.schema());
    }

    @Override
    public MigrationLock lock() {
        return translated(() -> MigrationLocks.of(connections));
    }

    @Override
    public void close() {
        connections.close();
    }
}
