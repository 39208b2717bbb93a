package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** A connection to SQLite. */
final class SqliteSession extends SessionControl {

    private long busyBefore;
    private long foreignKeys;

    SqliteSession(Connection connection, SessionSettings settings) {
        super(connection, settings);
    }

    @Override
    void beginReading(boolean writing) {
        // there is no schema, no role and no lock to wait for
    }

    @Override
    void endReading(boolean writing) {
        // nothing was changed
    }

    @Override
    void beginWriting() throws SQLException {
        busyBefore = number("PRAGMA busy_timeout");
        foreignKeys = number("PRAGMA foreign_keys");
        if (!settings.lockTimeout().isZero()) {
            run("PRAGMA busy_timeout = " + settings.lockTimeout().toMillis());
        }
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        restoreForeignKeys();
    }

    @Override
    void endWriting() throws SQLException {
        run("PRAGMA busy_timeout = " + busyBefore);
        restoreForeignKeys();
    }

    /** Scripts that rebuild a table switch them off. */
    private void restoreForeignKeys() throws SQLException {
        if (number("PRAGMA foreign_keys") != foreignKeys) {
            run("PRAGMA foreign_keys = " + foreignKeys);
        }
    }

    @Override
    long id() {
        return -1;
    }
}
