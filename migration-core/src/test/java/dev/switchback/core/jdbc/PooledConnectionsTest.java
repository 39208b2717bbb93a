package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.config.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledConnectionsTest {

    @TempDir
    Path folder;

    @Test
    void aDamagedFileIsToldByTheDriverAndNotByAWaitingPool() throws IOException {
        Path file = Files.writeString(folder.resolve("app.db"), "this is no database at all".repeat(100));

        try (PooledConnections connections = connections(file)) {
            assertThatThrownBy(connections::open)
                    .isInstanceOf(SQLException.class)
                    .isNotInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageContaining("not a database");
        }
    }

    @Test
    void lendsSeveralConnectionsAndNoneAfterItsEnd() throws SQLException {
        PooledConnections connections = connections(folder.resolve("app.db"));
        try (Connection one = connections.open();
                Connection other = connections.open()) {
            assertThat(one.isValid(1)).isTrue();
            assertThat(other.isValid(1)).isTrue();
        }

        connections.close();
        connections.close();

        assertThatThrownBy(connections::open).isInstanceOf(SQLException.class).hasMessageContaining("closed");
    }

    private static PooledConnections connections(Path file) {
        return new PooledConnections(DatabaseUrl.parse("jdbc:sqlite:" + file), Duration.ofSeconds(10));
    }
}
