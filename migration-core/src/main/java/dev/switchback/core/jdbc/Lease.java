package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection for some work. That it cannot be given back as it was changes nothing about what was done on it, so this
 * is no failure of the work; but the connection may belong to somebody's pool, and is then not fit for him any more.
 *
 * @param connection the connection
 * @param end what gives it back
 */
record Lease(Connection connection, AutoCloseable end) implements AutoCloseable {

    /** A connection that is closed at the end. */
    Lease(Connection connection) {
        this(connection, connection);
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            abandon();
        }
    }

    private void abandon() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // then it is beyond use already
        }
    }
}
