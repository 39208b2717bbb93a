package dev.switchback.liquibase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Keeps a tag where it was set when its row does not stay there. Liquibase tags the last row, which is often that of a
 * repeatable migration; that one moves to the end when it runs again, and is forgotten on the way down. The row before it
 * stands for the same versions, so it takes the tag over, unless it has one itself.
 *
 * @param connection the connection, in a transaction
 * @param table the history table, as it stands in a statement
 */
record TagKeeper(Connection connection, String table) {

    /** Hands the tag of a repeatable migration over; a versioned one takes its tag with it, as in Liquibase. */
    void leave(AppliedMigration row) throws SQLException {
        if (row.kind() != MigrationKind.REPEATABLE || row.tags().isEmpty()) {
            return;
        }
        String sql =
                "SELECT TAG, ORDEREXECUTED FROM " + table + " WHERE AUTHOR = ? AND FILENAME = ? AND TAG IS NOT NULL";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, ChangeSetId.AUTHOR);
            select.setString(2, row.script());
            try (ResultSet tagged = select.executeQuery()) {
                if (tagged.next()) {
                    handOver(row, tagged.getString(1), tagged.getInt(2));
                }
            }
        }
    }

    private void handOver(AppliedMigration row, String tag, int order) throws SQLException {
        int before = before(order);
        int taken = update(
                "UPDATE " + table + " SET TAG = ? WHERE ORDEREXECUTED = ? AND (TAG IS NULL OR TAG = ?)",
                tag,
                before,
                tag);
        if (taken > 0) {
            update(
                    "UPDATE " + table + " SET TAG = NULL WHERE AUTHOR = ? AND FILENAME = ?",
                    ChangeSetId.AUTHOR,
                    row.script());
        }
    }

    /** The row before, or one that is not there. */
    private int before(int order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT COALESCE(MAX(ORDEREXECUTED), -1) FROM " + table + " WHERE ORDEREXECUTED < ?")) {
            select.setInt(1, order);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }
}
