package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Connections as another process has them: nothing but the server says that its locks and ours are the same. Threads of one
 * process are kept apart before the server is asked; so without this a test would not see what the server does.
 *
 * @param source the connections
 * @param lockName what the lock is called in this process only
 */
record OtherProcess(ConnectionSource source, String lockName) implements ConnectionSource {

    /** The same connections, in a process of their own as far as a server can tell. */
    static ConnectionSource of(ConnectionSource source) throws SQLException {
        return switch (source.kind()) {
            // there the name is that of the file, which is the lock
            case SQLITE, H2 -> source;
            case POSTGRESQL, MARIADB, MYSQL ->
                new OtherProcess(source, UUID.randomUUID().toString());
        };
    }

    @Override
    public DatabaseKind kind() throws SQLException {
        return source.kind();
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<Path> file() {
        return source.file();
    }

    @Override
    public Connection open() throws SQLException {
        return source.open();
    }

    @Override
    public void close() {
        source.close();
    }
}
