package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A file in a {@link ScratchFolder} of its own, with foreign keys as they are in the live database. */
final class SqliteScratchDatabase implements ScratchDatabase {

    private static final Set<String> ON = Set.of("true", "on", "yes", "1");

    private final ScratchFolder folder;
    private final UrlConnections connections;

    private final boolean foreignKeys;

    private SqliteScratchDatabase(ScratchFolder folder, UrlConnections connections, boolean foreignKeys) {
        this.folder = folder;
        this.connections = connections;
        this.foreignKeys = foreignKeys;
    }

    /**
     * Makes one.
     *
     * @param foreignKeys whether its connections have foreign keys on
     * @param temporary where to make it; empty for the folder for temporary files
     */
    static SqliteScratchDatabase create(boolean foreignKeys, Optional<Path> temporary, Clock clock, Duration timeout)
            throws IOException {
        ScratchFolder folder = ScratchFolder.create(temporary, clock);
        DatabaseUrl url = DatabaseUrl.parse("jdbc:sqlite:" + folder.path().resolve("scratch.db"));
        return new SqliteScratchDatabase(folder, new UrlConnections(url, timeout), foreignKeys);
    }

    /**
     * Whether a database has foreign keys on: with them, a script can lose rows that it keeps without.
     *
     * @param live the database; asked if it is there
     * @param own its address, if it is known
     */
    static boolean hasForeignKeys(Database live, Optional<DatabaseUrl> own) {
        return live.exists()
                ? live.read(SqliteScratchDatabase::hasForeignKeys)
                : own.map(url -> url.properties().getOrDefault("foreign_keys", ""))
                        .filter(said -> ON.contains(said.toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static boolean hasForeignKeys(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA foreign_keys")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Nothing in it is kept, so nothing waits for the disk. */
    @Override
    public Connection connect() throws SQLException {
        Connection connection = connections.open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous=OFF");
            statement.execute("PRAGMA foreign_keys=" + (foreignKeys ? "ON" : "OFF"));
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
