package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.port.EngineContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Which table is the history table: always named with its schema, because a script may change the current one.
 *
 * @param database the kind of database
 * @param schema the schema, in MariaDB the database; empty on PostgreSQL for a user who may use none
 * @param name the name of the table
 */
record HistoryTable(DatabaseKind database, String schema, String name) {

    /** The history table for a connection in its initial state. */
    static HistoryTable of(Connection connection, EngineContext context) throws SQLException {
        String schema = context.schema().orElse(null);
        if (schema == null) {
            schema = currentSchema(connection, context.database());
        }
        if (schema == null && context.database() == DatabaseKind.POSTGRESQL) {
            // no schema has it then; why there is none for this user, and what to grant, the core tells
            schema = "";
        }
        if (schema == null) {
            throw new SQLException("The connection has no current schema; configure one");
        }
        return new HistoryTable(context.database(), schema, nameIn(context));
    }

    /** Its name, as the settings or else Flyway have it. */
    static String nameIn(EngineContext context) {
        return context.historyTable().orElse(FlywayEngineProvider.DEFAULT_TABLE);
    }

    private static @Nullable String currentSchema(Connection connection, DatabaseKind database) throws SQLException {
        return switch (database) {
            case SQLITE -> "main";
            case H2, POSTGRESQL -> connection.getSchema();
            case MARIADB, MYSQL -> connection.getCatalog();
        };
    }

    boolean exists(Connection connection) throws SQLException {
        if (database == DatabaseKind.SQLITE) {
            // its driver loads a dozen classes for the first prepared statement of a process
            String master =
                    quote(schema) + ".sqlite_master WHERE type = 'table' AND name = '" + name.replace("'", "''");
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SELECT 1 FROM " + master + "'")) {
                return found.next();
            }
        }
        return isFound(connection, "SELECT 1 FROM information_schema.tables WHERE table_name = ? AND table_schema = ?");
    }

    /**
     * Gives the table its index if nothing was recorded in it yet and it lacks that, as when its creation was broken off
     * on a database that commits with each statement.
     */
    void complete(Connection connection) throws SQLException {
        String indexes = switch (database) {
            case MARIADB, MYSQL -> "statistics";
            case H2 -> "index_columns";
            case SQLITE, POSTGRESQL -> "";
        };
        if (indexes.isEmpty()
                || hasRows(connection)
                || isFound(
                        connection,
                        "SELECT 1 FROM information_schema." + indexes
                                + " WHERE table_name = ? AND table_schema = ? AND column_name = 'success'")) {
            return;
        }
        // as Flyway calls it; H2 wants it in the schema of the table, MariaDB knows no schema of an index
        String index = (database == DatabaseKind.H2 ? quote(schema) + "." : "") + quote(name + "_s_idx");
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE INDEX " + index + " ON " + qualified() + " (" + quote("success") + ")");
        }
    }

    /** Asks a catalog about the table. */
    private boolean isFound(Connection connection, String catalog) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(catalog)) {
            query.setString(1, name);
            query.setString(2, schema);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean hasRows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // LIMIT is no word of H2 as Oracle, Derby, DB2 or SQL Server
            statement.setMaxRows(1);
            // on H2 Flyway makes the table with a row that says so
            String recorded = " WHERE " + quote("type") + " <> 'TABLE'";
            try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + qualified() + recorded)) {
                return row.next();
            }
        }
    }

    /** The schema and the name as they stand in a statement. */
    String qualified() {
        return schema.isEmpty() ? quote(name) : quote(schema) + "." + quote(name);
    }

    /** A name as it stands in a statement: the columns are in lower case on every database. */
    String quote(String identifier) {
        String mark = database == DatabaseKind.MARIADB || database == DatabaseKind.MYSQL ? "`" : "\"";
        return mark + identifier.replace(mark, mark + mark) + mark;
    }

    /** Quoted columns, separated by commas. */
    String columns(String... names) {
        StringBuilder list = new StringBuilder();
        for (String column : names) {
            list.append(list.isEmpty() ? "" : ", ").append(quote(column));
        }
        return list.toString();
    }
}
