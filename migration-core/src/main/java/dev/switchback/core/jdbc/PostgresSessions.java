package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which sessions of PostgreSQL hold the lock, or do the work of a run. Names, locks and processes may be seen by every
 * role; statements and times of other roles may not, and are left out then.
 *
 * <p>Nothing here, or beside it, is a prepared statement: from its fifth use on the driver would leave it in the server's
 * session, and behind a pooler the next transaction may run in another one.
 */
final class PostgresSessions {

    private static final String SESSION = "SELECT a.pid, a.application_name, pg_catalog.host(a.client_addr), %1$s,"
            + " EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() - %1$s), %2$s FROM pg_catalog.pg_stat_activity a ";

    /** Of a session that is only ready for a command there is nothing left; a pooler keeps many of those. */
    private static final String RUNS = String.format(SESSION, "a.query_start", "a.query")
            + "WHERE a.datname = pg_catalog.current_database() AND a.application_name LIKE '" + ProcessName.runPrefix()
            + "%'"
            + " AND a.pid <> pg_catalog.pg_backend_pid() AND EXISTS (SELECT 1 FROM pg_catalog.pg_locks l"
            + " WHERE l.pid = a.pid AND l.locktype <> 'advisory') ORDER BY a.pid";

    private static final String HOLDER = String.format(SESSION, "a.xact_start", "NULL")
            + "JOIN pg_catalog.pg_locks l ON l.pid = a.pid JOIN pg_catalog.pg_database d ON d.oid = l.database"
            + " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
            + " AND d.datname = pg_catalog.current_database() AND l.classid = "
            + (LockKey.POSTGRESQL >>> Integer.SIZE) + " AND l.objid = " + (LockKey.POSTGRESQL & 0xffff_ffffL);

    private final Connection connection;

    PostgresSessions(Connection connection) {
        this.connection = connection;
    }

    /** Who holds the lock, and then the sessions of runs that do not hold it any more. */
    List<LockHolder> all() throws SQLException {
        Optional<LockHolder> holder = holder();
        List<LockHolder> all = new ArrayList<>();
        for (LockHolder run : runs()) {
            if (holder.isPresent() && holder.get().name().equals(run.name())) {
                holder = holder.map(h -> h.withStatement(run.statement()));
            } else {
                all.add(run);
            }
        }
        holder.ifPresent(h -> all.add(0, h));
        return all;
    }

    /** Who holds the lock. */
    private Optional<LockHolder> holder() throws SQLException {
        return read(HOLDER, LockHolder.Kind.RUN).stream().findFirst();
    }

    /** The sessions of runs that execute a statement or have a transaction open. */
    List<LockHolder> runs() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // inside of a transaction the server would show again what it has shown before
            statement.execute("SELECT pg_catalog.pg_stat_clear_snapshot()");
        }
        return read(RUNS, LockHolder.Kind.LEFTOVER);
    }

    private List<LockHolder> read(String sql, LockHolder.Kind kind) throws SQLException {
        List<LockHolder> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(session(row, kind));
            }
        }
        return found;
    }

    private static LockHolder session(ResultSet row, LockHolder.Kind kind) throws SQLException {
        String session = row.getString(1);
        Optional<ProcessName> process = Optional.ofNullable(row.getString(2)).flatMap(ProcessName::parse);
        Optional<String> address = Optional.ofNullable(row.getString(3));
        double seconds = row.getDouble(5);
        Optional<Duration> age =
                row.wasNull() ? Optional.empty() : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
        return new LockHolder(
                kind,
                process.map(ProcessName::words)
                        .orElse("session " + session
                                + address.map(a -> " from " + a).orElse("")),
                process.map(ProcessName::pid),
                process.map(ProcessName::host).or(() -> address),
                Optional.of(session),
                Optional.ofNullable(row.getObject(4, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                age,
                StatementHead.of(row.getString(6)),
                Optional.of("SELECT pg_terminate_backend(" + session + ")"));
    }
}
