package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of the journal: where it is and what it looks like. It stands beside the history, and histories that stand
 * beside each other share it. Its layout is a released format: columns are only ever added, and who reads must do without
 * those that a later version brought.
 *
 * @param dialect the kind of database
 * @param catalog the catalog of the table, in MariaDB the database
 * @param schema the schema of the table
 */
record JournalTable(
        Dialect dialect, @Nullable String catalog, @Nullable String schema) {

    static final String NAME = "switchback_journal";

    /** The history table of the migration, in lower case. */
    static final String HISTORY = "history";

    /** The number of the statement that was begun; NULL if none was. */
    static final String BEGUN = "begun";

    static final String MARKS = "marks";

    private static final String LAYOUT = "history VARCHAR(255) NOT NULL, script VARCHAR(255) NOT NULL,"
            + " kind VARCHAR(20) NOT NULL, version VARCHAR(50), description VARCHAR(255) NOT NULL,"
            + " direction VARCHAR(4) NOT NULL, done INTEGER NOT NULL, done_hash VARCHAR(64) NOT NULL, begun INTEGER,"
            + " marks VARCHAR(8000), host VARCHAR(255) NOT NULL, pid BIGINT NOT NULL, started_at VARCHAR(40) NOT NULL,"
            + " PRIMARY KEY (history, script)";

    /** What a table of before the first release has not; can be NULL there, because there may be entries without it. */
    private static final List<String> ADDED =
            List.of(HISTORY + " VARCHAR(255)", BEGUN + " INTEGER", MARKS + " VARCHAR(8000)");

    /**
     * The table beside a history.
     *
     * @param schema the schema of the history; empty for the one that the connection is in
     */
    static JournalTable of(Connection connection, Dialect dialect, Optional<String> schema) throws SQLException {
        boolean catalogs = dialect == Dialect.MARIADB;
        return new JournalTable(
                dialect,
                catalogs && schema.isPresent() ? schema.get() : connection.getCatalog(),
                catalogs ? null : schema.orElse(connection.getSchema()));
    }

    /** Its name with its schema, because a script may change the current one. */
    String qualified() {
        String home = switch (dialect) {
            case SQLITE -> "main";
            case MARIADB -> catalog;
            case H2, POSTGRESQL -> schema;
        };
        if (home == null) {
            return NAME;
        }
        String quote = dialect == Dialect.MARIADB ? "`" : "\"";
        return quote + home.replace(quote, quote + quote) + quote + "." + NAME;
    }

    boolean exists(Connection connection) throws SQLException {
        return dialect == Dialect.SQLITE ? isInSqlite(connection) : isListed(connection);
    }

    private static boolean isInSqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = '" + NAME + "'")) {
            return found.next();
        }
    }

    private boolean isListed(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String name = meta.storesUpperCaseIdentifiers() ? NAME.toUpperCase(Locale.ROOT) : NAME;
        String pattern = name.replace("_", meta.getSearchStringEscape() + "_");
        try (ResultSet tables = meta.getTables(catalog, schema, pattern, null)) {
            while (tables.next()) {
                if (TableCatalog.isIn(schema, tables)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Creates it, or adds the columns that it does not have yet. */
    void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection)) {
                statement.execute("CREATE TABLE " + qualified() + " (" + LAYOUT + ")" + options());
                return;
            }
            Set<String> columns = columns(connection);
            for (String column : ADDED) {
                if (!columns.contains(column.substring(0, column.indexOf(' ')))) {
                    statement.execute("ALTER TABLE " + qualified() + " ADD COLUMN " + column);
                }
            }
        }
    }

    /** Names of files and migrations can hold any letter, whatever the default of the database is. */
    private String options() {
        return dialect == Dialect.MARIADB
                ? " ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
                : "";
    }

    /** The columns that it has, in lower case. */
    Set<String> columns(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT * FROM " + qualified() + " WHERE 1 = 0")) {
            return columns(none);
        }
    }

    /** The columns of a result, in lower case. */
    static Set<String> columns(ResultSet result) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        Set<String> columns = new HashSet<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }
}
