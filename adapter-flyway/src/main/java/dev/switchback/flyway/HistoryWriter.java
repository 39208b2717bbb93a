package dev.switchback.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.OptionalInt;

/**
 * Writes rows of the history table as plain Flyway writes them. Leaves the commit to the caller, and is told when there
 * was none. Used by one thread, under the lock of the run: it counts the ranks by itself.
 */
final class HistoryWriter {

    private final HistoryTable table;
    private final String installedBy;
    private OptionalInt lastRank = OptionalInt.empty();

    /**
     * Creates the writer.
     *
     * @param table the table
     * @param connection asked for its user, under the name that Flyway records
     */
    HistoryWriter(HistoryTable table, Connection connection) throws SQLException {
        this.table = table;
        this.installedBy = currentUser(connection);
    }

    void append(Connection connection, HistoryRecord row) throws SQLException {
        append(connection, List.of(row));
    }

    void append(Connection connection, List<HistoryRecord> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        int rank = lastRank.isPresent() ? lastRank.getAsInt() : lastRank(connection);
        String insert = "INSERT INTO " + table.qualified() + " ("
                + table.columns(
                        "installed_rank",
                        "version",
                        "description",
                        "type",
                        "script",
                        "checksum",
                        "installed_by",
                        "execution_time",
                        "success")
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (HistoryRecord row : rows) {
                bind(statement, ++rank, row);
                statement.executeUpdate();
            }
        }
        lastRank = OptionalInt.of(rank);
    }

    /** Forgets what it knows of the table. */
    void rolledBack() {
        lastRank = OptionalInt.empty();
    }

    private void bind(PreparedStatement statement, int rank, HistoryRecord row) throws SQLException {
        statement.setInt(1, rank);
        statement.setString(2, row.version().map(Object::toString).orElse(null));
        statement.setString(3, row.description());
        statement.setString(4, row.type());
        statement.setString(5, row.script());
        if (row.checksum().isPresent()) {
            statement.setInt(6, row.checksum().get());
        } else {
            statement.setNull(6, Types.INTEGER);
        }
        statement.setString(7, installedBy);
        statement.setInt(8, (int) Math.min(row.executionTime().toMillis(), Integer.MAX_VALUE));
        statement.setBoolean(9, row.success());
    }

    private int lastRank(Connection connection) throws SQLException {
        // without a condition, so that every database looks only at the end of the index; H2's own row has rank -1
        String select = "SELECT MAX(" + table.quote("installed_rank") + ") FROM " + table.qualified();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            return result.next() ? Math.max(0, result.getInt(1)) : 0;
        }
    }

    /** Removes rows physically: failed ones, and baseline markers, which no later row can take back. */
    void delete(Connection connection, List<HistoryRow> rows) throws SQLException {
        String delete = "DELETE FROM " + table.qualified() + " WHERE " + table.quote("installed_rank") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(delete)) {
            for (HistoryRow row : rows) {
                statement.setInt(1, row.rank());
                statement.executeUpdate();
            }
        }
    }

    /** Takes the checksum and the name of a file, which is its path in the folder of the migrations for Flyway too. */
    void update(Connection connection, HistoryRow row, HistoryRecord offered) throws SQLException {
        String update = "UPDATE " + table.qualified() + " SET " + table.quote("checksum") + " = ?, "
                + table.quote("description") + " = ?, " + table.quote("script") + " = ? WHERE "
                + table.quote("installed_rank") + " = ?";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setInt(1, offered.checksum().orElseThrow());
            statement.setString(2, offered.description());
            statement.setString(3, offered.script());
            statement.setInt(4, row.rank());
            statement.executeUpdate();
        }
    }

    private String currentUser(Connection connection) throws SQLException {
        String select = switch (table.database()) {
            case SQLITE -> "SELECT ''";
            case H2 -> "SELECT USER()";
            case POSTGRESQL -> "SELECT current_user";
            case MARIADB, MYSQL -> "SELECT SUBSTRING_INDEX(USER(), '@', 1)";
        };
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            String user = result.next() ? result.getString(1) : null;
            return user == null ? "" : user;
        }
    }
}
