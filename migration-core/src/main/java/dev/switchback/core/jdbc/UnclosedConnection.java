package dev.switchback.core.jdbc;

import java.sql.Connection;

/** A connection that stays open when its user closes it. */
final class UnclosedConnection extends ForwardingConnection {

    private UnclosedConnection(Connection connection) {
        super(connection);
    }

    static Connection of(Connection connection) {
        return new UnclosedConnection(connection);
    }

    @Override
    public void close() {
        // whoever opened it closes it
    }
}
