package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Optional;

/**
 * A pool of one connection, which a test can look into while it is lent.
 *
 * @param kind what it leads to
 * @param connection the connection; closed by the test
 */
record OneConnection(DatabaseKind kind, Connection connection) implements ConnectionSource {

    @Override
    public String name() {
        return "a pool of one";
    }

    @Override
    public String lockName() {
        return String.valueOf(System.identityHashCode(connection));
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public Connection open() {
        return UnclosedConnection.of(connection);
    }

    @Override
    public void close() {
        // the test closes it
    }
}
