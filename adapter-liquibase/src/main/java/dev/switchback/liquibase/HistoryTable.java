package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.port.EngineContext;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of Liquibase's history table, written as Liquibase writes it: without quotes, so that the database folds it,
 * unless that would lose something. The schema is meant exactly.
 *
 * @param kind the database
 * @param schema the schema, or on MariaDB and MySQL the database; empty for the connection's own
 * @param name the name of the table
 */
record HistoryTable(DatabaseKind kind, Optional<String> schema, String name) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    static HistoryTable of(EngineContext context) {
        return new HistoryTable(
                context.database(),
                context.schema(),
                context.historyTable().orElse(LiquibaseEngineProvider.HISTORY_TABLE));
    }

    /**
     * The same with the schema that a connection is in: a script may go elsewhere, and its row must still be found.
     *
     * @param connection in the state in which the migrations find it
     */
    HistoryTable in(Connection connection) throws SQLException {
        if (schema.isPresent() || kind == DatabaseKind.SQLITE) {
            return this;
        }
        String current = databasesAreCatalogs() ? connection.getCatalog() : connection.getSchema();
        return new HistoryTable(kind, Optional.ofNullable(current), name);
    }

    /** The name for use in statements. */
    String sql() {
        return schema.map(s -> exactly(s) + ".").orElse("") + quoted(name);
    }

    /** Whether what other databases call a schema is a database, and in JDBC a catalog. */
    boolean databasesAreCatalogs() {
        return kind == DatabaseKind.MARIADB || kind == DatabaseKind.MYSQL;
    }

    /** Whether what other databases call a boolean is a number. */
    boolean booleansAreNumbers() {
        return kind == DatabaseKind.SQLITE || databasesAreCatalogs();
    }

    /** Whether the table is there. Reads the catalog only. */
    boolean exists(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String catalog = databasesAreCatalogs() && schema.isPresent() ? schema.get() : connection.getCatalog();
        String wanted = stored(name, metaData);
        String schemaName = databasesAreCatalogs() ? null : schema.orElse(connection.getSchema());
        try (ResultSet tables = metaData.getTables(catalog, schemaName, wanted, null)) {
            // both names are patterns there, in which an underscore stands for any character
            while (tables.next()) {
                if (wanted.equalsIgnoreCase(tables.getString("TABLE_NAME"))
                        && (schemaName == null || schemaName.equals(tables.getString("TABLE_SCHEM")))) {
                    return true;
                }
            }
            return false;
        }
    }

    private String quoted(String identifier) {
        return isFolded(identifier) ? identifier : exactly(identifier);
    }

    private String exactly(String identifier) {
        String quote = databasesAreCatalogs() ? "`" : "\"";
        return quote + identifier.replace(quote, quote + quote) + quote;
    }

    private String stored(String identifier, DatabaseMetaData metaData) throws SQLException {
        if (!isFolded(identifier)) {
            return identifier;
        }
        if (metaData.storesUpperCaseIdentifiers()) {
            return identifier.toUpperCase(Locale.ROOT);
        }
        return metaData.storesLowerCaseIdentifiers() ? identifier.toLowerCase(Locale.ROOT) : identifier;
    }

    /** Liquibase quotes names of mixed case on PostgreSQL only. */
    private boolean isFolded(String identifier) {
        boolean mixed = !identifier.equals(identifier.toUpperCase(Locale.ROOT))
                && !identifier.equals(identifier.toLowerCase(Locale.ROOT));
        return PLAIN.matcher(identifier).matches() && !(mixed && kind == DatabaseKind.POSTGRESQL);
    }
}
