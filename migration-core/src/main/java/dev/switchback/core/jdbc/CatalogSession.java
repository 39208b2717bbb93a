package dev.switchback.core.jdbc;

import dev.switchback.core.port.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the catalogs of PostgreSQL in the schema and the role of the migrations, in a transaction that is rolled back, so
 * that a pooled connection is given back as it was.
 *
 * @param settings the schema and the role
 */
record CatalogSession(SessionSettings settings) {

    <T> T inspect(Connection connection, Database.Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        return FirstError.of(
                () -> {
                    set(connection);
                    return work.on(connection);
                },
                () -> {
                    connection.rollback();
                    connection.setAutoCommit(true);
                });
    }

    private void set(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (settings.role().isPresent()) {
                statement.execute("SET LOCAL ROLE " + quoted(settings.role().get()));
            }
            if (settings.schema().isPresent()) {
                statement.execute(
                        "SET LOCAL search_path TO " + quoted(settings.schema().get()));
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
