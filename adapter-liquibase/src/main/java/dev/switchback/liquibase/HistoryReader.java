package dev.switchback.liquibase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.AppliedMigration.State;
import dev.switchback.api.model.MigrationKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows that are ours, and the tags on all rows: {@code tag} marks the last row, whoever wrote it. */
final class HistoryReader {

    /** The comment of rows that are there only so that plain Liquibase leaves alone what a baseline stands in for. */
    static final String SUPERSEDED = "superseded by a baseline migration, not run";

    private static final String MARKED = "MARK_RAN";

    private final HistoryTable table;

    HistoryReader(HistoryTable table) {
        this.table = table;
    }

    /**
     * Reads them in order of application. ORDEREXECUTED alone decides: Liquibase takes it from MAX + 1, and our lock
     * keeps two runs from taking the same. Liquibase itself orders by DATEEXECUTED first, because until version 3 the
     * numbers began anew with each run; but that is local time, which goes back once a year, and no row of ours is that
     * old.
     */
    List<AppliedMigration> read(Connection connection) throws SQLException {
        String sql = "SELECT ID, FILENAME, DATEEXECUTED, EXECTYPE, MD5SUM, COMMENTS, TAG,"
                + " CASE WHEN AUTHOR = ? THEN 1 ELSE 0 END AS OURS FROM " + table.sql()
                + " WHERE AUTHOR = ? OR TAG IS NOT NULL ORDER BY ORDEREXECUTED, DATEEXECUTED, ID";
        List<AppliedMigration> history = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, ChangeSetId.AUTHOR);
            select.setString(2, ChangeSetId.AUTHOR);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getInt("OURS") == 1) {
                        applied(row, history.size() + 1).ifPresent(history::add);
                    }
                    tag(row.getString("TAG"), history);
                }
            }
        }
        return List.copyOf(history);
    }

    boolean hasRowsOfOthers(Connection connection) throws SQLException {
        String sql = "SELECT COUNT(*) FROM " + table.sql() + " WHERE AUTHOR <> ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, ChangeSetId.AUTHOR);
            try (ResultSet count = select.executeQuery()) {
                return count.next() && count.getLong(1) > 0;
            }
        }
    }

    /** A tag names the state after all that came before it. */
    private static void tag(@Nullable String tag, List<AppliedMigration> history) {
        int last = history.size() - 1;
        if (tag != null && last >= 0) {
            history.set(last, history.get(last).tagged(tag));
        }
    }

    private Optional<AppliedMigration> applied(ResultSet row, int order) throws SQLException {
        Optional<ChangeSetId> id = ChangeSetId.parse(row.getString("ID"));
        String type = row.getString("EXECTYPE");
        if (id.isEmpty() || "SKIPPED".equals(type) || isMarkerOnly(id.get(), type, row.getString("COMMENTS"))) {
            return Optional.empty();
        }
        String file = row.getString("FILENAME");
        return Optional.of(new AppliedMigration(
                order,
                id.get().kind(),
                id.get().version(),
                ChangeSetId.description(file),
                file,
                "FAILED".equals(type) ? State.FAILED : State.APPLIED,
                Optional.ofNullable(row.getString("MD5SUM")),
                LocalTimestamp.read(row, "DATEEXECUTED", table.kind()),
                Optional.empty(),
                Optional.empty()));
    }

    /** A baseline is marked by its precondition in an exported changelog, where the database already had migrations. */
    private static boolean isMarkerOnly(ChangeSetId id, @Nullable String type, @Nullable String comments) {
        return MARKED.equals(type) && (SUPERSEDED.equals(comments) || id.kind() == MigrationKind.BASELINE);
    }
}
