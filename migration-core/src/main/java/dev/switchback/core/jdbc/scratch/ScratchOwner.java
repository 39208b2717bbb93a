package dev.switchback.core.jdbc.scratch;

import dev.switchback.api.config.DatabaseKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The session that owns a scratch database: it holds a lock with the database's name as long as the process lives, whatever
 * becomes of the process. So a scratch database without such a lock is a leftover, and no other one is.
 *
 * @param connection to the server, with auto-commit on
 * @param kind the kind of server
 */
record ScratchOwner(Connection connection, DatabaseKind kind) {

    static final String PREFIX = "switchback_scratch_";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]+_[0-9a-f]+");

    private static final String LEFT_ON_POSTGRESQL = """
            SELECT d.datname FROM pg_catalog.pg_database d
            WHERE NOT EXISTS (
                SELECT FROM pg_catalog.pg_locks l
                WHERE l.locktype = 'advisory' AND l.objsubid = 1
                AND (l.classid::bigint << 32) | l.objid::bigint = pg_catalog.hashtextextended(d.datname::text, 0))
            """;
    private static final String LEFT_ON_MARIADB =
            "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'switchback%'"
                    + " AND IS_FREE_LOCK(schema_name) = 1";

    /** To a database, to a command, or for want of a right on the whole server. */
    private static final Set<Integer> ACCESS_DENIED = Set.of(1044, 1142, 1227);

    private boolean isPostgresql() {
        return kind == DatabaseKind.POSTGRESQL;
    }

    /** Says that a name is in use, before there is a database of this name. */
    void claim(String name) throws SQLException {
        first(
                isPostgresql()
                        ? "SELECT pg_catalog.pg_advisory_lock(pg_catalog.hashtextextended('" + name + "', 0))"
                        : "SELECT GET_LOCK('" + name + "', 0)");
    }

    /** Removes what killed processes have left, as far as this user may. */
    void removeLeftovers() throws SQLException {
        for (String name : first(isPostgresql() ? LEFT_ON_POSTGRESQL : LEFT_ON_MARIADB)) {
            if (NAME.matcher(name).matches()) {
                drop(name);
            }
        }
    }

    /** Another process may do the same at the same time, or the leftover be somebody else's: then a later run has it. */
    boolean drop(String name) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + (isPostgresql() ? " WITH (FORCE)" : ""));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What is the same for two sessions if and only if they are in the same database of the same server. */
    static String place(Connection connection, DatabaseKind kind) throws SQLException {
        String sql = kind == DatabaseKind.POSTGRESQL
                ? "SELECT pg_catalog.pg_postmaster_start_time() || ' ' || current_database()"
                : "SELECT CONCAT_WS(' ', @@hostname, @@port, @@datadir, DATABASE())";
        return first(connection, sql).get(0);
    }

    /** Whether an error says that the user has not the right. */
    boolean isNotAllowed(SQLException e) {
        return isPostgresql() ? "42501".equals(e.getSQLState()) : ACCESS_DENIED.contains(e.getErrorCode());
    }

    /** What an administrator has to run so that this user may make scratch databases. */
    String grant() throws SQLException {
        if (isPostgresql()) {
            return "ALTER ROLE "
                    + first("SELECT pg_catalog.quote_ident(current_user)").get(0) + " CREATEDB";
        }
        String user = first("SELECT CURRENT_USER()").get(0);
        int at = user.lastIndexOf('@');
        return "GRANT ALL ON `switchback\\_scratch\\_%`.* TO '" + user.substring(0, at) + "'@'" + user.substring(at + 1)
                + "'";
    }

    private List<String> first(String sql) throws SQLException {
        return first(connection, sql);
    }

    private static List<String> first(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }
}
