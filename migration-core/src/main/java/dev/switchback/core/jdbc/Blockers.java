package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a database, over another connection, who keeps a session waiting. What it cannot know, it leaves out. */
final class Blockers {

    private Blockers() {}

    /** The queries to try, the best first; each gives an id, who it is, for how many seconds, and what it runs. */
    private static List<String> queries(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> List.of();
            case H2 -> H2;
            case POSTGRESQL ->
                List.of("SELECT a.pid, a.usename || CASE WHEN a.application_name OPERATOR(pg_catalog.<>) ''"
                        + " THEN ' (' || a.application_name || ')' ELSE '' END"
                        + " || CASE WHEN a.state OPERATOR(pg_catalog.=) 'idle in transaction'"
                        + " THEN ', idle in its transaction' ELSE '' END,"
                        + " pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start)::int8, a.query"
                        + " FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids(?::int4)) AS b (pid)"
                        + " JOIN pg_catalog.pg_stat_activity a ON a.pid OPERATOR(pg_catalog.=) b.pid");
            case MARIADB -> MARIADB;
        };
    }

    /** The first knows who waits for a row, the second who has locked a table. */
    private static final List<String> H2 = List.of(
            "SELECT b.SESSION_ID, b.USER_NAME, DATEDIFF('SECOND', b.SESSION_START, CURRENT_TIMESTAMP),"
                    + " b.EXECUTING_STATEMENT FROM INFORMATION_SCHEMA.SESSIONS w"
                    + " JOIN INFORMATION_SCHEMA.SESSIONS b ON b.SESSION_ID = w.BLOCKER_ID WHERE w.SESSION_ID = ?",
            "SELECT DISTINCT b.SESSION_ID, b.USER_NAME || ', has locked ' || l.TABLE_NAME,"
                    + " DATEDIFF('SECOND', b.SESSION_START, CURRENT_TIMESTAMP), b.EXECUTING_STATEMENT"
                    + " FROM INFORMATION_SCHEMA.LOCKS l JOIN INFORMATION_SCHEMA.SESSIONS b"
                    + " ON b.SESSION_ID = l.SESSION_ID WHERE l.SESSION_ID NOT IN (?, SESSION_ID())"
                    + " AND l.TABLE_SCHEMA <> 'INFORMATION_SCHEMA'");

    /** Whether a session waits for a lock of a table; everybody may ask it of his own. */
    private static final String WAITS = "EXISTS (SELECT 1 FROM information_schema.processlist w WHERE w.id = ?"
            + " AND (w.state LIKE 'Waiting for%lock' OR w.state LIKE 'Waiting for%flush'))";

    /**
     * The first is MySQL's, the second needs MariaDB's plugin; the last is a guess that needs nothing. Those that see all
     * who could be in the way ask first whether anybody is: a statement that merely runs waits for nobody.
     */
    private static final List<String> MARIADB = List.of(
            "SELECT w.blocking_pid, w.blocking_account, p.time, p.info FROM sys.schema_table_lock_waits w"
                    + " LEFT JOIN information_schema.processlist p ON p.id = w.blocking_pid WHERE w.waiting_pid = ?"
                    + " AND w.blocking_pid <> w.waiting_pid",
            "SELECT DISTINCT p.id, CONCAT(p.user, '@', p.host, ', ', m.lock_mode, ' on ', m.table_schema, '.',"
                    + " m.table_name), p.time, p.info FROM information_schema.metadata_lock_info m"
                    + " JOIN information_schema.processlist p ON p.id = m.thread_id WHERE p.id <> ?"
                    + " AND m.table_schema = DATABASE() AND " + WAITS,
            "SELECT p.id, CONCAT(p.user, '@', p.host, ' has a transaction open'), p.time, p.info"
                    + " FROM information_schema.processlist p JOIN information_schema.innodb_trx t"
                    + " ON t.trx_mysql_thread_id = p.id WHERE p.id <> ? AND p.db = DATABASE() AND (" + WAITS
                    + " OR EXISTS (SELECT 1 FROM information_schema.innodb_trx l"
                    + " WHERE l.trx_mysql_thread_id = ? AND l.trx_state = 'LOCK WAIT'))",
            "SELECT p.id, CONCAT(p.user, '@', p.host, ', perhaps'), p.time, p.info FROM information_schema.processlist p"
                    + " WHERE p.id NOT IN (?, CONNECTION_ID()) AND p.db = DATABASE()"
                    + " AND p.user = SUBSTRING_INDEX(USER(), '@', 1) AND " + WAITS);

    /**
     * Asks who keeps a session waiting.
     *
     * @param own further sessions of this run, which keep nobody waiting
     */
    static List<String> of(Dialect dialect, Connection connection, long session, Set<Long> own) {
        for (String query : queries(dialect)) {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int i = 1; i <= query.chars().filter(c -> c == '?').count(); i++) {
                    statement.setLong(i, session);
                }
                List<String> found = lines(statement, own);
                if (!found.isEmpty()) {
                    return found;
                }
            } catch (SQLException e) {
                // not there, or not allowed: the next one needs less
            }
        }
        return List.of();
    }

    /** What a query gives, which has an id, who it is, for how many seconds, and what it runs. */
    static List<String> lines(PreparedStatement query, Set<Long> own) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                if (own.contains(rows.getLong(1))) {
                    continue;
                }
                Optional<String> running = StatementHead.of(rows.getString(4));
                long seconds = rows.getLong(3);
                // of another user's session nobody is told since when it works
                String since = rows.wasNull() ? "" : ", for " + seconds + " s";
                lines.add("session " + rows.getLong(1) + ", " + rows.getString(2) + since
                        + (running.isPresent() ? ": " + running.get() : ""));
            }
        }
        return lines;
    }
}
