package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.core.port.MigrationLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** One database has one lock, whether somebody comes with its URL or with a DataSource. */
final class SameLockTest {

    @TempDir
    private Path folder;

    private static void assertExclude(ConnectionSource one, ConnectionSource other) throws SQLException {
        // a DataSource knows what it is once it was asked
        other.kind();
        try (MigrationLock.Held held = TestLocks.take(TestLocks.of(one), Duration.ZERO)) {
            held.ensureHeld();
            assertThatExceptionOfType(MigrationLockException.class)
                    .isThrownBy(() ->
                            TestLocks.take(TestLocks.of(other), Duration.ZERO).close());
        }
    }

    private static ConnectionSource byUrl(String url) {
        return new UrlConnections(DatabaseUrl.parse(url), Duration.ofSeconds(5));
    }

    private static ConnectionSource h2(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return new DataSourceConnections(source, Duration.ofSeconds(5));
    }

    @Test
    void ofAnH2File() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("test");
        try (Connection open = h2(url + ";DB_CLOSE_DELAY=0").open()) {
            assertExclude(byUrl(url), h2(url + ";DB_CLOSE_DELAY=0"));
            assertExclude(h2(url + ";DB_CLOSE_DELAY=0"), byUrl(url));
            open.commit();
        }
    }

    @Test
    void ofAnH2DatabaseInMemory() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID();
        try (Connection open = h2(url).open()) {
            assertExclude(byUrl(url + ";DB_CLOSE_DELAY=0"), h2(url));
            open.commit();
        }
    }

    @Test
    void ofASqliteFileWithParameters() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + folder.resolve("test.db") + "?synchronous=OFF");
        assertExclude(
                byUrl("sqlite:///" + folder.resolve("test.db")),
                new DataSourceConnections(source, Duration.ofSeconds(5)));
    }
}
