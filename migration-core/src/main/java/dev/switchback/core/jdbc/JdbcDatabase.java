package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A database behind JDBC connections. */
public final class JdbcDatabase implements Database {

    private final ConnectionSource connections;
    private final DatabaseErrors errors;
    private final Optional<String> schema;

    /**
     * Creates it; connects to nothing.
     *
     * @param connections where its connections come from; closed with it
     * @param errors how its failures are told
     * @param schema the schema of the migrations; empty for the connections' own
     */
    public JdbcDatabase(ConnectionSource connections, DatabaseErrors errors, Optional<String> schema) {
        this.connections = connections;
        this.errors = errors;
        this.schema = schema;
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
                return inSchema(connection, work);
            }
        });
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
        Dialect dialect = dialect();
        return read(connection -> {
            WriteAccess.require(connection, dialect);
            return work.on(connection);
        });
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

    @Override
    public List<String> tables(Connection connection) throws SQLException {
        return TableCatalog.tables(connection, schema);
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
