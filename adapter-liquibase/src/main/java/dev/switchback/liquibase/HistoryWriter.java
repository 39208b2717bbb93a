package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;

/**
 * Writes the rows that Liquibase would write, for one run on one connection. Liquibase's own history service is not
 * used for that: it keeps one per connection for the life of the JVM, with a sequence number that is never read again,
 * and every write commits. Leaves the commit to the caller.
 */
final class HistoryWriter {

    private static final int COMMENT_LENGTH = 250;
    private static final int DEPLOYMENT_DIGITS = 10;

    /** What Liquibase calls a change of its type {@code sql}. */
    private static final String CHANGE_TYPE = "sql";

    private final Connection connection;
    private final String table;
    private final DatabaseKind kind;
    private final String version;
    private final String deployment;
    private int lastOrder = -1;

    HistoryWriter(Connection connection, HistoryTable table, Clock clock) {
        this.connection = connection;
        this.table = table.sql();
        this.kind = table.kind();
        this.version = LiquibaseVersion.find();
        String millis = String.valueOf(clock.millis());
        this.deployment = millis.substring(Math.max(0, millis.length() - DEPLOYMENT_DIGITS));
    }

    /**
     * Leaves the path in which the script ran for the rest of the transaction, where it could lead to an operator that
     * somebody put there.
     */
    void enter() throws SQLException {
        if (kind == DatabaseKind.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL search_path = pg_catalog");
            }
        }
    }

    /** Records a migration as run. */
    void executed(MigrationScript script) throws SQLException {
        insert(script, "EXECUTED", script.migration().description());
    }

    /** Records a migration as not to be run, because a baseline stands in for it. */
    void superseded(MigrationScript script) throws SQLException {
        insert(script, "MARK_RAN", HistoryReader.SUPERSEDED);
    }

    /** Records a repeatable migration as run again, and so as the latest. */
    void reran(MigrationScript script, AppliedMigration row) throws SQLException {
        new TagKeeper(connection, table).leave(row);
        change(
                "UPDATE " + table + " SET DATEEXECUTED = CURRENT_TIMESTAMP, ORDEREXECUTED = ?, EXECTYPE = 'RERAN',"
                        + " MD5SUM = ?, DESCRIPTION = ?, COMMENTS = ?, LIQUIBASE = ?, DEPLOYMENT_ID = ?",
                row,
                nextOrder(),
                LiquibaseChecksum.ofFile(script.up().text()),
                CHANGE_TYPE,
                limited(script.migration().description()),
                version,
                deployment);
    }

    /** Takes the checksum and the name of the file, and the version as it is written there. */
    void take(MigrationScript script, AppliedMigration row) throws SQLException {
        change(
                "UPDATE " + table + " SET MD5SUM = ?, ID = ?, FILENAME = ?",
                row,
                LiquibaseChecksum.ofFile(script.up().text()),
                ChangeSetId.of(script).text(),
                script.script());
    }

    /** Removes a row, and with a baseline the rows of what it stands in for. */
    void forget(AppliedMigration row) throws SQLException {
        new TagKeeper(connection, table).leave(row);
        change("DELETE FROM " + table, row);
        if (row.kind() == MigrationKind.BASELINE) {
            try (PreparedStatement delete = connection.prepareStatement(
                    "DELETE FROM " + table + " WHERE AUTHOR = ? AND EXECTYPE = 'MARK_RAN' AND COMMENTS = ?")) {
                set(delete, ChangeSetId.AUTHOR, HistoryReader.SUPERSEDED);
                delete.executeUpdate();
            }
        }
    }

    private void insert(MigrationScript script, String type, String comment) throws SQLException {
        String sql =
                "INSERT INTO " + table + " (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, MD5SUM, DESCRIPTION,"
                        + " COMMENTS, EXECTYPE, LIQUIBASE, DEPLOYMENT_ID)"
                        + " VALUES (?, ?, ?, CURRENT_TIMESTAMP, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            set(
                    insert,
                    ChangeSetId.of(script).text(),
                    ChangeSetId.AUTHOR,
                    script.script(),
                    nextOrder(),
                    LiquibaseChecksum.ofFile(script.up().text()),
                    CHANGE_TYPE,
                    limited(comment),
                    type,
                    version,
                    deployment);
            insert.executeUpdate();
        }
    }

    private void change(String sql, AppliedMigration row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql + " WHERE AUTHOR = ? AND FILENAME = ?")) {
            set(statement, values);
            statement.setString(values.length + 1, ChangeSetId.AUTHOR);
            statement.setString(values.length + 2, row.script());
            if (statement.executeUpdate() == 0) {
                throw new SQLException("the history row of " + row.script() + " is gone: somebody else changed it");
            }
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Read once: nobody else writes while we hold the lock, and there is no index that would make it cheap. */
    private int nextOrder() throws SQLException {
        if (lastOrder < 0) {
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT COALESCE(MAX(ORDEREXECUTED), 0) FROM " + table);
                    ResultSet max = select.executeQuery()) {
                max.next();
                lastOrder = Math.max(0, max.getInt(1));
            }
        }
        return ++lastOrder;
    }

    private static String limited(String text) {
        // Liquibase cuts at 250 itself; the column holds 255
        return text.length() <= COMMENT_LENGTH ? text : text.substring(0, COMMENT_LENGTH - 3) + "...";
    }
}
