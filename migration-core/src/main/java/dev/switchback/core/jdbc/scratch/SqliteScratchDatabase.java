package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.port.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A file in a {@link ScratchFolder} of its own. */
final class SqliteScratchDatabase implements ScratchDatabase {

    private final ScratchFolder folder;
    private final UrlConnections connections;

    private SqliteScratchDatabase(ScratchFolder folder, UrlConnections connections) {
        this.folder = folder;
        this.connections = connections;
    }

    /**
     * Makes one.
     *
     * @param temporary where to make it; empty for the folder for temporary files
     */
    static SqliteScratchDatabase create(Optional<Path> temporary, Clock clock, Duration timeout) throws IOException {
        ScratchFolder folder = ScratchFolder.create(temporary, clock);
        DatabaseUrl url = DatabaseUrl.parse("jdbc:sqlite:" + folder.path().resolve("scratch.db"));
        return new SqliteScratchDatabase(folder, new UrlConnections(url, timeout));
    }

    /** Nothing in it is kept, so nothing waits for the disk. */
    @Override
    public Connection connect() throws SQLException {
        Connection connection = connections.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous=OFF");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public void close() {
        connections.close();
        folder.remove();
    }
}
