package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session of H2. */
final class H2Session extends SessionControl {

    private @Nullable String schemaBefore;
    private @Nullable String schema;
    private long lockTimeoutBefore;

    static SessionControl open(Connection connection, SessionSettings settings) {
        return new H2Session(connection, settings);
    }

    private H2Session(Connection connection, SessionSettings settings) {
        super(connection, settings);
    }

    @Override
    void beginReading(boolean writing) throws SQLException {
        if (!writing) {
            schemaBefore = connection.getSchema();
            enter(settings.schema().orElse(null));
        }
    }

    @Override
    void endReading(boolean writing) throws SQLException {
        if (!writing) {
            enter(schemaBefore);
        }
    }

    @Override
    void beginWriting() throws SQLException {
        schemaBefore = connection.getSchema();
        schema = settings.schema().orElse(schemaBefore);
        lockTimeoutBefore = number("SELECT LOCK_TIMEOUT()");
        if (!settings.lockTimeout().isZero()) {
            run("SET LOCK_TIMEOUT " + settings.lockTimeout().toMillis());
        }
        if (settings.statementTimeout().isPresent()) {
            run("SET QUERY_TIMEOUT " + settings.statementTimeout().get().toMillis());
        }
        enter(schema);
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        enter(schema);
    }

    @Override
    void endWriting() throws SQLException {
        enter(schemaBefore);
        run("SET LOCK_TIMEOUT " + lockTimeoutBefore);
        if (settings.statementTimeout().isPresent()) {
            run("SET QUERY_TIMEOUT 0");
        }
    }

    private void enter(@Nullable String name) throws SQLException {
        if (name != null && !Objects.equals(name, connection.getSchema())) {
            // the driver puts the name into a statement as it is
            run("SET SCHEMA \"" + name.replace("\"", "\"\"") + "\"");
        }
    }

    @Override
    long id() throws SQLException {
        return number("SELECT SESSION_ID()");
    }
}
