package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.port.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file in a temporary folder of its own. */
final class SqliteScratchDatabase implements ScratchDatabase {

    private static final String PREFIX = "switchback-scratch-";

    /** No command takes so long; what is older was left by a process that died. */
    private static final Duration LONG = Duration.ofHours(1);

    private final Path folder;
    private final UrlConnections connections;

    private SqliteScratchDatabase(Path folder, UrlConnections connections) {
        this.folder = folder;
        this.connections = connections;
    }

    static SqliteScratchDatabase create(Clock clock, Duration timeout) throws IOException {
        Path folder = Files.createTempDirectory(PREFIX).toAbsolutePath();
        removeLeftovers(folder.resolveSibling(""), clock);
        DatabaseUrl url = DatabaseUrl.parse("jdbc:sqlite:" + folder.resolve("scratch.db"));
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
        remove(folder);
    }

    private static void removeLeftovers(Path parent, Clock clock) {
        try (Stream<Path> siblings = Files.list(parent)) {
            for (Path path : siblings.filter(p -> p.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                if (Files.getLastModifiedTime(path).toInstant().plus(LONG).isBefore(clock.instant())) {
                    remove(path);
                }
            }
        } catch (IOException e) {
            // somebody else's, or gone already: the next run looks again
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // left to a later run
        }
    }
}
