package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.MigrationVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the history table. */
final class HistoryReader {

    private final HistoryTable table;

    HistoryReader(HistoryTable table) {
        this.table = table;
    }

    List<HistoryRow> rows(Connection connection) throws SQLException {
        // Flyway keeps a row of rank -1 in H2, so that there is something to lock
        String select = "SELECT "
                + table.columns(
                        "installed_rank",
                        "version",
                        "description",
                        "type",
                        "script",
                        "checksum",
                        "installed_by",
                        "installed_on",
                        "execution_time",
                        "success")
                + " FROM " + table.qualified() + " WHERE " + table.quote("installed_rank") + " >= 0 ORDER BY "
                + table.quote("installed_rank");
        List<HistoryRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(select)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private HistoryRow row(ResultSet result) throws SQLException {
        int rank = result.getInt(1);
        int checksum = result.getInt(6);
        Optional<Integer> recorded = result.wasNull() ? Optional.empty() : Optional.of(checksum);
        return new HistoryRow(
                rank,
                version(rank, result.getString(2)),
                text(result, 3),
                text(result, 4),
                text(result, 5),
                recorded,
                text(result, 7),
                installedOn(result),
                Duration.ofMillis(Math.max(0, result.getInt(9))),
                result.getBoolean(10));
    }

    private Optional<MigrationVersion> version(int rank, @Nullable String text) throws SQLDataException {
        try {
            return text == null ? Optional.empty() : Optional.of(MigrationVersion.of(text));
        } catch (IllegalArgumentException e) {
            throw new SQLDataException(table.name() + ", row " + rank + ": " + e.getMessage(), e);
        }
    }

    private static String text(ResultSet result, int column) throws SQLException {
        String value = result.getString(column);
        return value == null ? "" : value;
    }

    private Optional<Instant> installedOn(ResultSet result) throws SQLException {
        if (table.database() != DatabaseKind.SQLITE) {
            return Optional.ofNullable(result.getTimestamp(8)).map(Timestamp::toInstant);
        }
        return SqliteTime.read(text(result, 8));
    }
}
