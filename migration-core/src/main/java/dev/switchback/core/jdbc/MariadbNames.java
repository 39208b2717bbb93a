package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the locks of one database of MariaDB or MySQL, which are the same whoever asks: a server has one space of
 * names for all of its databases.
 *
 * @param lock held by the session that keeps the lock
 * @param run held by the session that does the work
 */
record MariadbNames(String lock, String run) {

    /** Where names of databases are not told apart by case, they are compared in lower case. */
    private static final String DATABASE =
            "SELECT IF(@@lower_case_table_names = 0, d.name, LOWER(d.name)) FROM (SELECT COALESCE(?, DATABASE()) AS name) d";

    /** The names for the database that migrations run in: the one that is configured, or the connection's own. */
    static MariadbNames of(Connection connection, Optional<String> database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DATABASE)) {
            statement.setString(1, database.orElse(null));
            try (ResultSet result = statement.executeQuery()) {
                String name = result.next() ? result.getString(1) : null;
                String key = Long.toHexString(LockKey.of("mariadb", name == null ? "" : name));
                // at most 64 characters: MySQL's limit
                return new MariadbNames("switchback:" + key, "switchback-run:" + key);
            }
        }
    }

    /** Takes a lock if it is free. */
    static boolean take(Connection connection, String name) throws SQLException {
        Long taken = number(connection, "SELECT GET_LOCK(?, 0)", name);
        if (taken == null) {
            throw new SQLException("the server could not take a lock", "HY000");
        }
        return taken == 1;
    }

    static boolean isOwn(Connection connection, String name) throws SQLException {
        Long own = number(connection, "SELECT IS_USED_LOCK(?) = CONNECTION_ID()", name);
        return own != null && own == 1;
    }

    static void release(Connection connection, String name) throws SQLException {
        number(connection, "SELECT RELEASE_LOCK(?)", name);
    }

    /** Who holds the lock. */
    Optional<LockHolder> holder(Connection connection) throws SQLException {
        Optional<Session> working = session(connection, run);
        return session(connection, lock)
                .map(s -> s.as(LockHolder.Kind.RUN, working.flatMap(Session::statement), Optional.empty()));
    }

    /** The session that does the work of a run, be the lock held or not. */
    Optional<LockHolder> worker(Connection connection) throws SQLException {
        return session(connection, run).map(s -> s.as(LockHolder.Kind.LEFTOVER, s.statement(), s.age()));
    }

    /** The sessions of the run that holds the locks. */
    Set<Long> sessions(Connection connection) throws SQLException {
        Set<Long> sessions = new HashSet<>();
        for (String name : List.of(lock, run)) {
            Long id = number(connection, "SELECT IS_USED_LOCK(?)", name);
            if (id != null) {
                sessions.add(id);
            }
        }
        return sessions;
    }

    private static Optional<Session> session(Connection connection, String name) throws SQLException {
        Long id = number(connection, "SELECT IS_USED_LOCK(?)", name);
        if (id == null) {
            return Optional.empty();
        }
        // without the right PROCESS a user sees only his own sessions; MySQL knows no milliseconds
        String sql = "SELECT p.host, p.info, p.time FROM information_schema.processlist p WHERE p.id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return Optional.of(row.next() ? Session.read(id, row) : Session.unseen(id));
            }
        }
    }

    private static @Nullable Long number(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                long number = result.next() ? result.getLong(1) : 0;
                return result.wasNull() ? null : number;
            }
        }
    }

    private record Session(long id, Optional<String> address, Optional<String> statement, Optional<Duration> age) {

        static Session read(long id, ResultSet row) throws SQLException {
            return new Session(
                    id,
                    Optional.ofNullable(row.getString(1)).filter(address -> !address.isEmpty()),
                    StatementHead.of(row.getString(2)),
                    Optional.of(Duration.ofSeconds(Math.max(0, row.getLong(3)))));
        }

        static Session unseen(long id) {
            return new Session(id, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * The server knows for how long a session has done what it does now, not for how long it has had a lock; and not
         * the process behind it, but its port, which tells on that machine.
         */
        LockHolder as(LockHolder.Kind kind, Optional<String> running, Optional<Duration> since) {
            return new LockHolder(
                    kind,
                    "session " + id + address.map(a -> " from " + a).orElse(""),
                    Optional.empty(),
                    address.map(a -> a.replaceFirst(":\\d+$", "")),
                    Optional.of(String.valueOf(id)),
                    Optional.empty(),
                    since,
                    running,
                    Optional.of("KILL " + id));
        }
    }
}
