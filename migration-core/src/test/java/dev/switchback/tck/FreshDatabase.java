package dev.switchback.tck;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** One database for one test: empty at first, and gone after {@link #close}. */
public abstract class FreshDatabase implements AutoCloseable {

    private final CountingDataSource source;

    /**
     * For the products.
     *
     * @param source opens connections to the database
     */
    protected FreshDatabase(ConnectionOpener source) {
        this.source = new CountingDataSource(source);
    }

    /** How to open a connection. */
    @FunctionalInterface
    public interface ConnectionOpener {
        /**
         * Opens one.
         *
         * @return a new connection with auto-commit on
         * @throws SQLException if the database refuses
         */
        Connection open() throws SQLException;
    }

    /** The database as a user of Switchback writes it, with a password where it has one. */
    public abstract String url();

    /** Who connects, or the empty text if the database has no users. */
    public abstract String user();

    /** The password in {@link #url}, or a text that occurs nowhere if the database has none. */
    public abstract String password();

    /** Whether the database exists: false for a file that nobody has created yet. */
    public abstract boolean exists();

    /**
     * Everything that is in the database, and whether it exists. Two equal texts mean that nothing was written in
     * between; taking one writes nothing.
     *
     * @return a text to compare
     * @throws SQLException if the database cannot be read
     */
    public abstract String snapshot() throws SQLException;

    /**
     * Whether no connection has a transaction open.
     *
     * @return true if nothing is locked
     * @throws SQLException if the database fails
     */
    public abstract boolean idle() throws SQLException;

    /**
     * Creates a second schema, on MariaDB a second database, that the same user may use.
     *
     * @return its name, as it stands in the catalog
     * @throws SQLException if the database fails, or has no schemas
     */
    public abstract String createSchema() throws SQLException;

    /**
     * Creates a role that may do everything in this database, makes the user a member of it, and takes from the user
     * every right of his own.
     *
     * @return the role's name
     * @throws SQLException if the database fails, or has no roles
     */
    public String createOwnerRole() throws SQLException {
        throw new SQLFeatureNotSupportedException("no roles");
    }

    /**
     * Lets the user make scratch databases, where that is a right.
     *
     * @throws SQLException if the database fails
     */
    public void allowScratchDatabases() throws SQLException {}

    /**
     * Empties the database, as if it were new. No connection is open.
     *
     * @throws SQLException if the database fails
     */
    public abstract void clear() throws SQLException;

    /**
     * A connection of somebody who may do and see everything in this database; it is not counted.
     *
     * @return a new connection, to be closed by the caller
     * @throws SQLException if the database refuses
     */
    public abstract Connection administer() throws SQLException;

    /** The caller's connections: counted, and closed by the caller. */
    public final DataSource dataSource() {
        return source;
    }

    /**
     * A counted connection.
     *
     * @return a new connection, to be closed by the caller
     * @throws SQLException if the database refuses
     */
    public final Connection connection() throws SQLException {
        return source.getConnection();
    }

    /** How many connections of {@link #dataSource} are open now. */
    public final int openConnections() {
        return source.open();
    }

    /** How many connections {@link #dataSource} has ever given. */
    public final int connectionsGiven() {
        return source.given();
    }

    /** Whether somebody has closed {@link #dataSource}. */
    public final boolean dataSourceClosed() {
        return source.closed();
    }

    /**
     * The tables and views, in lower case and in alphabetical order.
     *
     * @return their names
     * @throws SQLException if the database fails
     */
    public final List<String> tables() throws SQLException {
        try (Connection connection = connection()) {
            return tables(connection);
        }
    }

    /**
     * The tables and views that a connection sees.
     *
     * @param connection the connection, perhaps in the middle of a transaction
     * @return their names, in lower case and in alphabetical order
     * @throws SQLException if the database fails
     */
    public static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        String[] types = {"TABLE", "BASE TABLE", "VIEW"};
        try (ResultSet rows = connection.getMetaData().getTables(connection.getCatalog(), null, "%", types)) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                if (!"INFORMATION_SCHEMA".equalsIgnoreCase(schema)) {
                    names.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names.stream().sorted().toList();
    }

    /**
     * Runs one statement on a connection of its own.
     *
     * @param sql the statement
     * @throws SQLException if it fails
     */
    public final void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Asks for the first column of a query, on a connection of its own.
     *
     * @param sql the query
     * @return its values as text
     * @throws SQLException if it fails
     */
    public final List<String> column(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return firstColumn(rows);
        }
    }

    /** The first column of what was found, as text. */
    static List<String> firstColumn(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        while (rows.next()) {
            values.add(String.valueOf(rows.getString(1)));
        }
        return values;
    }

    /**
     * Drops the database.
     *
     * @throws SQLException if that fails
     */
    @Override
    public abstract void close() throws SQLException;
}
