package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.Aftermath;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database behind JDBC connections. */
public final class JdbcDatabase implements Database {

    private static final Set<HistoryRight> READING = EnumSet.of(HistoryRight.SELECT);
    private static final Set<HistoryRight> WRITING = EnumSet.allOf(HistoryRight.class);

    private final ConnectionSource connections;
    private final DatabaseErrors errors;
    private final Optional<String> schema;
    private final Work<String> historyTable;
    private final Duration patience;

    /**
     * Creates it; connects to nothing.
     *
     * @param connections where its connections come from; closed with it
     * @param errors how its failures are told
     * @param schema the schema of the migrations; empty for the connections' own
     * @param historyTable the history table as it stands in a statement on a connection
     * @param patience how long to wait for a server that was lost in the middle of a run
     */
    public JdbcDatabase(
            ConnectionSource connections,
            DatabaseErrors errors,
            Optional<String> schema,
            Work<String> historyTable,
            Duration patience) {
        this.connections = connections;
        this.errors = errors;
        this.schema = schema;
        this.historyTable = historyTable;
        this.patience = patience;
    }

    private interface Opening<T> {
        T open() throws SQLException;
    }

    private <T> T opened(Opening<T> opening) {
        try {
            return opening.open();
        } catch (SQLException e) {
            throw errors.opening(connections, e);
        }
    }

    @Override
    public DatabaseKind kind() {
        return opened(connections::kind);
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
    public void await(Duration timeout) {
        opened(() -> {
            connections.open(timeout).close();
            return timeout;
        });
    }

    @Override
    public <T> T read(Work<T> work) {
        Connection connection = opened(connections::open);
        return closing(connection, READING, work);
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
    public <T> T write(MigrationLock.Held held, Work<T> work) {
        Dialect dialect = dialect();
        Work<T> writing = connection -> {
            WriteAccess.require(connection, dialect);
            return work.on(connection);
        };
        Optional<Connection> shared = held.connection();
        return shared.isPresent()
                ? translated(shared.get(), WRITING, writing)
                : closing(opened(() -> second(dialect)), WRITING, writing);
    }

    /** The one for the work, beside the one of the lock. */
    private Connection second(Dialect dialect) throws SQLException {
        try {
            return connections.open();
        } catch (SQLException e) {
            // an embedded database is locked through a file
            throw dialect == Dialect.POSTGRESQL ? SecondConnection.explain(connections, e) : e;
        }
    }

    private <T> T closing(Connection connection, Set<HistoryRight> rights, Work<T> work) {
        try (connection) {
            return inSchema(connection, explained(rights, work));
        } catch (SQLException e) {
            throw errors.working(connections, e);
        }
    }

    private <T> T translated(Connection connection, Set<HistoryRight> rights, Work<T> work) {
        try {
            return inSchema(connection, explained(rights, work));
        } catch (SQLException e) {
            throw errors.working(connections, e);
        }
    }

    private <T> Work<T> explained(Set<HistoryRight> rights, Work<T> work) {
        return connection -> {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw explain(connection, rights, e);
            }
        };
    }

    private SQLException explain(Connection connection, Set<HistoryRight> rights, SQLException failure) {
        try {
            return access(connection).explain(failure, historyTable.on(connection), rights);
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    private <T> T inSchema(Connection connection, Work<T> work) throws SQLException {
        if (schema.isEmpty()) {
            return work.on(connection);
        }
        CurrentSchema current = new CurrentSchema(connection, dialect());
        String before = current.get();
        current.set(schema.get());
        T result;
        try {
            result = work.on(connection);
        } catch (SQLException | RuntimeException e) {
            restore(current, before, e);
            throw e;
        }
        current.set(before);
        return result;
    }

    /** The connection may go back into somebody's pool; that it is broken does not hide why. */
    private static void restore(CurrentSchema current, @Nullable String schema, Exception failure) {
        try {
            current.set(schema);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private TableAccess access(Connection connection) {
        return new TableAccess(connection, dialect());
    }

    @Override
    public void requireNoHistory(Connection connection) throws SQLException {
        access(connection).requireAbsent(historyTable.on(connection));
    }

    @Override
    public void requireRights(Connection connection, Set<HistoryRight> rights) throws SQLException {
        access(connection).require(historyTable.on(connection), rights);
    }

    @Override
    public void requireCreation(Connection connection) throws SQLException {
        access(connection).requireCreation();
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        return TableCatalog.tables(connection, schema);
    }

    @Override
    public Optional<String> advice(Connection connection, SQLException failure) {
        return ScriptAdvice.of(connection, dialect(), failure);
    }

    @Override
    public DatabaseAccessException interrupted(SQLException failure, RunResult completed) {
        return errors.interrupted(connections, failure, completed);
    }

    @Override
    public Aftermath aftermath(Connection connection) throws SQLException {
        return JdbcAftermath.of(connection, dialect(), historyTable.on(connection), this::lookAgain, patience);
    }

    private <T> T lookAgain(Work<T> work) {
        return closing(opened(() -> connections.open(patience)), READING, work);
    }

    @Override
    public MigrationLock lock() {
        return opened(() -> MigrationLocks.of(connections));
    }

    @Override
    public void close() {
        connections.close();
    }
}
