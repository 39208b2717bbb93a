package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.redaction.SecretRedaction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class WriteAccessTest {

    @TempDir
    Path folder;

    @Test
    void refusesAReadOnlySqliteFileAndSaysSo() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("app.db");
        execute(url, "CREATE TABLE t (id INTEGER)");
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(readOnly);
        dataSource.setUrl(url);
        DataSourceConnections source = new DataSourceConnections(dataSource, Duration.ofSeconds(5));

        assertThat(source.kind().displayName()).isEqualTo("SQLite");
        try (Connection connection = source.open()) {
            assertThatThrownBy(() -> WriteAccess.require(connection, Dialect.SQLITE))
                    .isInstanceOfSatisfying(SQLException.class, e -> {
                        DatabaseAccessException told =
                                new DatabaseErrors(SecretRedaction.of(List.of(), Map.of())).working(source, e);
                        assertThat(told).hasMessageContaining("is read-only").hasMessageContaining("app.db");
                    });
        }
    }

    @Test
    void refusesAReadOnlyH2File() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("app");
        execute(url, "CREATE TABLE t (id INTEGER)");

        try (Connection connection = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r")) {
            assertThatThrownBy(() -> WriteAccess.require(connection, Dialect.H2))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void leavesAWritableDatabaseWithoutATransaction() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("new.db"))) {
            WriteAccess.require(connection, Dialect.SQLITE);

            assertThat(connection.getAutoCommit()).isTrue();
            try (Statement statement = connection.createStatement()) {
                // would fail inside a transaction
                statement.execute("VACUUM");
            }
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
