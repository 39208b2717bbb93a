package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Where the scripts run: each one begins in the schema of the migrations and, in PostgreSQL, in the role of the
 * connection, whatever the one before it did; and the connection is given back as it was. Flyway does the same.
 */
final class SessionState {

    private final Connection connection;
    private final HistoryTable table;
    private final @Nullable String originalSchema;
    private final String originalPath;
    private final String originalRole;

    SessionState(Connection connection, HistoryTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        this.originalSchema = schema();
        if (table.database() == DatabaseKind.POSTGRESQL) {
            try (Statement query = connection.createStatement();
                    ResultSet result =
                            query.executeQuery("SELECT current_setting('search_path'), current_setting('role')")) {
                result.next();
                this.originalPath = result.getString(1);
                this.originalRole = result.getString(2);
            }
        } else {
            this.originalPath = "";
            this.originalRole = "";
        }
    }

    /** Goes to the schema of the migrations. Called with auto-commit on. */
    void enter() throws SQLException {
        boolean inPath = table.schema().equals(originalSchema);
        set(table.schema(), inPath ? originalPath : table.quote(table.schema()) + ", " + originalPath);
    }

    /** Goes back to where the connection was. Called with auto-commit on. */
    void leave() throws SQLException {
        set(originalSchema, originalPath);
    }

    private void set(@Nullable String schema, String path) throws SQLException {
        switch (table.database()) {
            case SQLITE -> {}
            case POSTGRESQL -> {
                String sql = "SELECT set_config('search_path', ?, false), set_config('role', ?, false)";
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.setString(1, path);
                    statement.setString(2, originalRole);
                    statement.execute();
                }
            }
            case H2 -> {
                if (schema != null && !schema.equals(schema())) {
                    connection.setSchema(table.quote(schema));
                }
            }
            case MARIADB, MYSQL -> {
                if (schema != null && !schema.equals(schema())) {
                    connection.setCatalog(schema);
                }
            }
        }
    }

    private @Nullable String schema() throws SQLException {
        return switch (table.database()) {
            case SQLITE -> null;
            case H2, POSTGRESQL -> connection.getSchema();
            case MARIADB, MYSQL -> connection.getCatalog();
        };
    }
}
