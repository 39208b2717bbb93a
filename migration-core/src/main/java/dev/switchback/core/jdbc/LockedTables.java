package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.port.HistoryRight;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who has locked tables of the database, asked when a wait for one of them was over. Nobody waits any more, so that
 * {@link Blockers} cannot tell; all are named who could have been in the way, with their tables where those are known.
 */
final class LockedTables {

    private static final String READERS_WAIT = "'AccessExclusiveLock'";
    private static final String WRITERS_WAIT = READERS_WAIT + ", 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'";

    /** Who waits for such a lock keeps those away who come after him. */
    private static final String POSTGRESQL = "SELECT a.pid, a.usename"
            + " || CASE WHEN a.application_name <> '' THEN ' (' || a.application_name || ')' ELSE '' END"
            + " || CASE WHEN a.state = 'idle in transaction' THEN ', idle in its transaction' ELSE '' END"
            + " || CASE WHEN l.granted THEN ', has locked ' ELSE ', waits for all of ' END"
            + " || pg_catalog.string_agg(DISTINCT c.relname::text, ', '),"
            + " pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.xact_start)::int8, a.query"
            + " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_class c ON c.oid = l.relation"
            + " JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
            + " WHERE l.locktype = 'relation' AND a.pid <> pg_catalog.pg_backend_pid()"
            + " AND a.datname = pg_catalog.current_database() AND c.relkind IN ('r', 'p', 'v', 'm')"
            + " AND l.mode IN (";

    private static final String EACH_ONCE =
            ") GROUP BY a.pid, a.usename, a.application_name, a.state, l.granted, a.xact_start, a.query ORDER BY a.pid";

    /**
     * The first is MySQL's, the second needs MariaDB's plugin, the third names those who may have locked something and needs
     * the right {@code PROCESS}; the last is a guess that needs nothing.
     */
    private static final List<String> MARIADB = List.of(
            "SELECT t.processlist_id, CONCAT(t.processlist_user, '@', t.processlist_host, ', has locked ',"
                    + " GROUP_CONCAT(DISTINCT m.object_name)), t.processlist_time, t.processlist_info"
                    + " FROM performance_schema.metadata_locks m"
                    + " JOIN performance_schema.threads t ON t.thread_id = m.owner_thread_id"
                    + " WHERE m.object_type = 'TABLE' AND m.object_schema = DATABASE()"
                    + " AND m.lock_type IN ('EXCLUSIVE', 'SHARED_NO_READ_WRITE')"
                    + " AND t.processlist_id <> CONNECTION_ID() GROUP BY 1, t.processlist_user, t.processlist_host, 3, 4",
            "SELECT p.id, CONCAT(p.user, '@', p.host, ', has locked ', GROUP_CONCAT(DISTINCT m.table_name)), p.time, p.info"
                    + " FROM information_schema.metadata_lock_info m"
                    + " JOIN information_schema.processlist p ON p.id = m.thread_id"
                    + " WHERE m.table_schema = DATABASE() AND m.lock_mode IN ('MDL_EXCLUSIVE', 'MDL_SHARED_NO_READ_WRITE')"
                    + " AND p.id <> CONNECTION_ID() GROUP BY p.id, p.user, p.host, p.time, p.info",
            "SELECT p.id, CONCAT(p.user, '@', p.host, ' has a transaction open'), p.time, p.info"
                    + " FROM information_schema.processlist p JOIN information_schema.innodb_trx t"
                    + " ON t.trx_mysql_thread_id = p.id WHERE p.id <> CONNECTION_ID() AND p.db = DATABASE()",
            "SELECT p.id, CONCAT(p.user, '@', p.host, ', perhaps'), p.time, p.info FROM information_schema.processlist p"
                    + " WHERE p.id <> CONNECTION_ID() AND p.db = DATABASE()"
                    + " AND p.user = SUBSTRING_INDEX(USER(), '@', 1) ORDER BY p.command = 'Sleep', p.time DESC LIMIT 3");

    private LockedTables() {}

    /**
     * Says of an error that a table is locked who could have locked it.
     *
     * @param rights what was to be done; who only reads waits for fewer locks
     * @param failure what the database said
     * @return the error with more in it, or the error itself
     */
    static SQLException explain(
            Connection connection, Dialect dialect, Collection<HistoryRight> rights, SQLException failure) {
        for (String query : queries(dialect, rights)) {
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                List<String> found = Blockers.lines(statement, Set.of());
                if (!found.isEmpty()) {
                    return new FoundFault(
                            Fault.LOCKED,
                            Fault.LOCKED.what() + ": " + String.join("; ", found),
                            Fault.LOCKED.next(),
                            failure);
                }
            } catch (SQLException e) {
                // not there, or not allowed: the next one needs less
            }
        }
        return failure;
    }

    private static List<String> queries(Dialect dialect, Collection<HistoryRight> rights) {
        return switch (dialect) {
            case SQLITE, H2 -> List.of();
            case POSTGRESQL ->
                List.of(POSTGRESQL + (rights.contains(HistoryRight.INSERT) ? WRITERS_WAIT : READERS_WAIT) + EACH_ONCE);
            case MARIADB -> MARIADB;
        };
    }
}
