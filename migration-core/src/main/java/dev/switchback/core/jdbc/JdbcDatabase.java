package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.LockType;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.port.Aftermath;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.RunSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
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
    private final SessionSettings settings;
    private final LockType lockType;
    private final Work<String> historyTable;
    private final Duration patience;
    private final AnswerLimit limit;
    /** The connection of the command that writes, for {@link #cancel}. */
    private volatile @Nullable Connection working;

    /**
     * Creates it; connects to nothing.
     *
     * @param connections where its connections come from; closed with it
     * @param errors how its failures are told
     * @param settings how sessions have to be
     * @param lockType which lock is asked for
     * @param historyTable the history table as it stands in a statement on a connection
     * @param patience how long to wait for a server that was lost in the middle of a run
     */
    public JdbcDatabase(
            ConnectionSource connections,
            DatabaseErrors errors,
            SessionSettings settings,
            LockType lockType,
            Work<String> historyTable,
            Duration patience) {
        this.connections = connections;
        this.errors = errors;
        this.settings = settings;
        this.lockType = lockType;
        this.historyTable = historyTable;
        this.patience = patience;
        this.limit = AnswerLimit.of(settings);
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T opened(Attempt<T> opening) {
        try {
            return opening.make();
        } catch (SQLException e) {
            throw errors.opening(connections, e);
        }
    }

    @Override
    public DatabaseKind kind() {
        try {
            return connections.kind();
        } catch (SQLException e) {
            throw errors.opening(connections, e);
        }
    }

    @Override
    public DatabaseInfo info() {
        return new DatabaseInfo(
                connections.name(), kind().displayName(), "", exists(), Optional.empty(), false, connections.server());
    }

    @Override
    public DatabaseInfo info(Connection connection) throws SQLException {
        return new DatabaseInfo(
                connections.name(),
                kind().displayName(),
                connection.getMetaData().getDatabaseProductVersion(),
                true,
                user(connection),
                false,
                connections.server());
    }

    @Override
    public boolean isReadOnly(Connection connection) throws SQLException {
        return ReadOnly.is(connection, dialect(), connections.file());
    }

    private Optional<String> user(Connection connection) throws SQLException {
        return switch (kind()) {
            case SQLITE, H2 -> Optional.empty();
            case POSTGRESQL, MARIADB, MYSQL ->
                Optional.ofNullable(connection.getMetaData().getUserName()).filter(name -> !name.isBlank());
        };
    }

    @Override
    public boolean exists() {
        return connections.exists();
    }

    @Override
    public boolean create() {
        return opened(connections::create);
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
        return reading(errors.opened(connections), work, true);
    }

    /** On PostgreSQL a reading session does not see the schema by itself, so that nobody's functions are called. */
    @Override
    public <T> T inspect(Work<T> work) {
        if (dialect() != Dialect.POSTGRESQL) {
            return reading(errors.opened(connections), work, false);
        }
        Connection connection = errors.opened(connections);
        return translated(() -> {
            try (Lease lease = new Lease(connection)) {
                return new CatalogSession(settings).inspect(lease.connection(), work);
            }
        });
    }

    @Override
    public <T> Optional<T> readUnlessTaken(Work<T> work) {
        try {
            return Optional.of(reading(opened(connections::openUnlessTaken), work, true));
        } catch (DatabaseAccessException e) {
            if (DatabaseErrors.openElsewhere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public <T> T write(MigrationLock.Held held, Work<T> work) {
        Optional<Connection> own = opened(() -> second(held));
        return translated(() -> {
            if (own.isEmpty()) {
                Connection shared = held.connection().orElseThrow();
                if (shared instanceof LockConnection lockConnection) {
                    lockConnection.lift();
                }
                return covered(held, shared, work);
            }
            Connection connection = own.get();
            try (Lease lease = new Lease(connection)) {
                return covered(held, lease.connection(), work);
            }
        });
    }

    /** The mark that makes the session part of the lock comes first, so that no script's settings are taken for it. */
    private <T> T covered(MigrationLock.Held held, Connection connection, Work<T> work) throws SQLException {
        MigrationLock.Cover cover = held.cover(connection);
        try {
            Connection guarded = guarded(connection);
            working = guarded;
            return writing(guarded, work);
        } finally {
            working = null;
            cover.close();
        }
    }

    private <T> T reading(Connection connection, Work<T> work, boolean limited) {
        try (Lease lease = new Lease(connection)) {
            Connection guarded = guarded(lease.connection());
            try {
                return limited ? look(guarded, work) : lookWithoutLimit(guarded, work);
            } catch (SQLException e) {
                throw explain(guarded, READING, e);
            }
        } catch (SQLException e) {
            throw errors.working(connections, e);
        }
    }

    private <T> T writing(Connection guarded, Work<T> work) throws SQLException {
        SessionControl control = GuardedConnection.controlOf(guarded);
        try (Lease lease = new Lease(guarded, control::leaveWriting)) {
            try {
                limit.during(lease.connection(), dialect(), () -> prepared(control, guarded));
                return work.on(guarded);
            } catch (SQLException e) {
                throw explain(guarded, WRITING, e);
            }
        }
    }

    private Connection prepared(SessionControl control, Connection guarded) throws SQLException {
        control.enterWriting();
        WriteAccess.require(guarded, dialect());
        return guarded;
    }

    private Connection guarded(Connection connection) {
        return GuardedConnection.of(connection, SessionControl.of(dialect(), connection, settings));
    }

    private <T> T translated(Attempt<T> work) {
        try {
            return work.make();
        } catch (SQLException e) {
            throw errors.working(connections, e);
        }
    }

    /** The one for the work, beside the one of the lock; empty if none can be had, and that of the lock has to do. */
    private Optional<Connection> second(MigrationLock.Held held) throws SQLException {
        try {
            return Optional.of(connections.open());
        } catch (SQLException e) {
            if (held.connection().isPresent() && SecondConnection.isUsedUp(e)) {
                return Optional.empty();
            }
            // an embedded database is locked through a file, and without a lock this is the first one
            boolean second = dialect() == Dialect.POSTGRESQL && lockType != LockType.NONE;
            throw second ? SecondConnection.explain(connections, e, SecondConnection.LOCKS) : e;
        }
    }

    private SQLException explain(Connection guarded, Set<HistoryRight> rights, SQLException failure) {
        try {
            return look(guarded, c -> access(c).explain(failure, historyTable.on(c), rights));
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return failure;
        }
    }

    /** The connection may go back into somebody's pool; that it is broken does not hide why. */
    @Override
    public <T> T look(Connection guarded, Work<T> work) throws SQLException {
        // to pass a function on costs every start a class
        return limit.countsOn(dialect())
                ? limit.during(guarded, dialect(), () -> lookWithoutLimit(guarded, work))
                : lookWithoutLimit(guarded, work);
    }

    private static <T> T lookWithoutLimit(Connection guarded, Work<T> work) throws SQLException {
        SessionControl control = GuardedConnection.controlOf(guarded);
        T result;
        try {
            control.enterReading();
            result = work.on(guarded);
        } catch (SQLException | RuntimeException | Error e) {
            try {
                control.leaveReading();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
        control.leaveReading();
        return result;
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

    private TableAccess access(Connection connection) {
        return new TableAccess(connection, dialect(), settings.schema());
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
        access(connection).requireCreation(historyTable.on(connection));
    }

    @Override
    public List<Finding> examine(Connection connection, Clock now) throws SQLException {
        return new Examination(connection, dialect()).findings(now);
    }

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        return TableCatalog.tables(connection, settings.schema());
    }

    @Override
    public Optional<String> advice(Connection connection, SQLException failure) {
        return ScriptAdvice.of(connection, dialect(), failure);
    }

    @Override
    public DatabaseAccessException unsure(SQLException failure, String when) {
        return errors.unsure(connections, failure, when);
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
        return reading(opened(() -> connections.open(patience)), work, true);
    }

    @Override
    public void cancel() {
        Connection connection = working;
        if (connection != null) {
            GuardedConnection.cancel(connection);
        }
    }

    @Override
    public MigrationLock lock() {
        return opened(() -> MigrationLocks.of(lockType, connections, settings, errors));
    }

    @Override
    public void close() {
        connections.close();
    }
}
