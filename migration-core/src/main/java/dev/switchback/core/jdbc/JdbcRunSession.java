package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.WholeTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The session of a guarded connection. */
final class JdbcRunSession implements RunSession {

    private final Dialect dialect;
    private final Connection connection;
    private final SessionControl control;
    private final ConnectionSource others;
    private final long id;

    JdbcRunSession(Dialect dialect, Connection guarded, ConnectionSource others) throws SQLException {
        this.dialect = dialect;
        this.connection = guarded;
        this.control = GuardedConnection.controlOf(guarded);
        this.others = others;
        this.id = control.id();
    }

    @Override
    public void prepare(boolean transactional) throws SQLException {
        control.prepare(transactional);
    }

    @Override
    public void takeBackUser() throws SQLException {
        control.takeBackUser();
    }

    @Override
    public WholeTransaction whole() {
        return new JdbcWholeTransaction(connection, control);
    }

    @Override
    public List<String> blockers() {
        if (id < 0) {
            return List.of();
        }
        try (Connection other = others.open()) {
            return Blockers.of(dialect, other, id, own(other));
        } catch (SQLException e) {
            // a pool may have no second connection; then nobody can be named
            return List.of();
        }
    }

    /** On PostgreSQL the one who waits names who it waits for, and that is none of ours. */
    private Set<Long> own(Connection other) throws SQLException {
        return dialect == Dialect.MARIADB
                ? MariadbNames.of(other, control.settings.schema()).sessions(other)
                : control.companions();
    }

    @Override
    public boolean metALock(@Nullable Throwable failure) {
        return failure instanceof SQLException sql
                && Faults.working(Faults.root(sql)).isLock();
    }

    @Override
    public boolean ranTooLong(@Nullable Throwable failure) {
        return failure instanceof SQLException sql && Faults.working(Faults.root(sql)) == Fault.CANCELED;
    }

    @Override
    public Optional<Duration> unguardedLimit() {
        return control.unguardedLimit();
    }

    @Override
    public List<String> invalidIndexes() throws SQLException {
        return dialect == Dialect.POSTGRESQL ? InvalidIndexes.in(connection) : List.of();
    }
}
