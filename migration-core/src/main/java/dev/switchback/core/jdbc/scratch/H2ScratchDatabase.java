package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.ScratchDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A database in memory, with the settings of the live one that decide what SQL means. */
final class H2ScratchDatabase implements ScratchDatabase {

    private static final String SETTINGS = """
            SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS
            WHERE SETTING_NAME IN ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',
                'DEFAULT_NULL_ORDERING')
            """;

    private final UrlConnections connections;
    private final Optional<String> schema;

    private H2ScratchDatabase(UrlConnections connections, Optional<String> schema) {
        this.connections = connections;
        this.schema = schema;
    }

    static H2ScratchDatabase create(Database live, Optional<DatabaseUrl> own, Duration timeout) throws SQLException {
        boolean exists = live.exists();
        String settings = exists ? live.read(H2ScratchDatabase::settings) : suffix(own);
        Optional<String> schema = exists ? live.read(c -> Optional.ofNullable(c.getSchema())) : Optional.empty();
        String name = "switchback_scratch_" + UUID.randomUUID().toString().replace("-", "");
        UrlConnections connections = new UrlConnections(DatabaseUrl.parse("jdbc:h2:mem:" + name + settings), timeout);
        H2ScratchDatabase scratch = new H2ScratchDatabase(connections, schema);
        if (schema.isPresent()) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + quoted(schema.get()));
            }
        }
        return scratch;
    }

    private static String settings(Connection connection) throws SQLException {
        StringBuilder settings = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                settings.append(';').append(rows.getString(1)).append('=').append(rows.getString(2));
            }
        }
        return settings.toString();
    }

    private static String suffix(Optional<DatabaseUrl> url) {
        String text = url.map(DatabaseUrl::jdbcUrl).orElse("");
        int semicolon = text.indexOf(';');
        return semicolon < 0 ? "" : text.substring(semicolon);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = connections.open();
        if (schema.isPresent()) {
            connection.setSchema(schema.get());
        }
        return connection;
    }

    @Override
    public void close() {
        connections.close();
    }
}
