package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session of H2. */
final class H2Session extends SessionControl {

    private @Nullable String schemaBefore;
    private @Nullable String schema;
    private long lockTimeoutBefore;
    private long queryTimeoutBefore;

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
        queryTimeoutBefore =
                number("SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'QUERY_TIMEOUT'");
        limit();
        enter(schema);
    }

    /** As the run is to have it; what the settings do not say is as it was. */
    private void limit() throws SQLException {
        long lock = settings.lockTimeout().isZero()
                ? lockTimeoutBefore
                : settings.lockTimeout().toMillis();
        long query = settings.statementTimeout().isPresent()
                ? settings.statementTimeout().get().toMillis()
                : queryTimeoutBefore;
        run("SET LOCK_TIMEOUT " + lock);
        run("SET QUERY_TIMEOUT " + query);
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        limit();
        enter(schema);
    }

    @Override
    void endWriting() throws SQLException {
        enter(schemaBefore);
        run("SET LOCK_TIMEOUT " + lockTimeoutBefore);
        run("SET QUERY_TIMEOUT " + queryTimeoutBefore);
    }

    private void enter(@Nullable String name) throws SQLException {
        if (name != null && !Objects.equals(name, connection.getSchema())) {
            // the driver puts the name into a statement as it is
            run("SET SCHEMA \"" + name.replace("\"", "\"\"") + "\"");
        }
    }

    @Override
    long id() throws SQLException {
        return id(connection);
    }

    /** H2 shows who has locked a table, whether or not anybody waits for it: the run has to know which session is its own. */
    static void introduce(Connection keeper, Connection run) throws SQLException {
        GuardedConnection.accompany(run, id(keeper));
    }

    private static long id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }
}
