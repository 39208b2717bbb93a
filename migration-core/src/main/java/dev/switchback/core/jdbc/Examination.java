package dev.switchback.core.jdbc;

import dev.switchback.api.model.Finding;
import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server tells of itself that could stand in the way of a run. Reads only. */
final class Examination {

    /** Beyond this, times in the history and ages of locks mislead. */
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private static final Pattern PORT = Pattern.compile("//[^/]*:([0-9]+)/");
    private static final String USUAL_PORT = "5432";

    private final Connection connection;
    private final Dialect dialect;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * Prepares it.
     *
     * @param connection a connection that is reading
     * @param dialect the kind of database
     */
    Examination(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Looks at everything.
     *
     * @param now the time of this machine
     * @return what was found
     */
    List<Finding> findings(Clock now) throws SQLException {
        switch (dialect) {
            case POSTGRESQL -> postgresql(now);
            case MARIADB -> mariadb(now);
            case SQLITE, H2 -> {
                // in the same process: the same clock, no server between, no rights to miss
            }
        }
        return findings;
    }

    /** Whether it takes no writes. */
    boolean readOnly() throws SQLException {
        return writable().level() == Finding.Level.PROBLEM;
    }

    private Finding writable() throws SQLException {
        if (dialect == Dialect.MARIADB) {
            return bool("SELECT @@global.read_only")
                    ? Finding.problem("writable", "the server is read-only", "connect to the primary server")
                    : Finding.ok("writable", "yes");
        }
        return switch (text("SELECT CASE WHEN pg_catalog.pg_is_in_recovery() THEN 'replica'"
                + " ELSE pg_catalog.current_setting('default_transaction_read_only') END")) {
            case "replica" ->
                Finding.problem(
                        "writable", "this is a replica, which takes no writes", "connect to the primary server");
            case "on" ->
                Finding.problem(
                        "writable",
                        "transactions are read-only by default here",
                        "for this user: ALTER ROLE … SET default_transaction_read_only = off");
            default -> Finding.ok("writable", "yes");
        };
    }

    private void postgresql(Clock now) throws SQLException {
        clock(
                now,
                "SELECT CAST(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp()) OPERATOR(pg_catalog.*) 1000 AS bigint)");
        findings.add(writable());
        pooler();
        List<String> invalid = InvalidIndexes.in(connection);
        invalid.forEach(index -> findings.add(Finding.warning(
                "indexes",
                index + " is invalid: a build that failed or was killed left it behind",
                "DROP INDEX CONCURRENTLY " + index + ";")));
        if (invalid.isEmpty()) {
            findings.add(Finding.ok("indexes", "none is invalid"));
        }
    }

    /** A pooler answers on its own port and passes on what the server says of its own. */
    private void pooler() throws SQLException {
        String own = text("SELECT CAST(pg_catalog.inet_server_port() AS text)");
        String used = port(String.valueOf(connection.getMetaData().getURL()));
        if (!own.isEmpty() && !used.equals(own)) {
            findings.add(Finding.warning(
                    "pooler",
                    "port " + used + " was connected to and the server listens on " + own
                            + ": something is between, a pooler perhaps",
                    "give the server itself in DIRECT_DATABASE_URL if it is a pooler"));
        } else {
            findings.add(Finding.ok("pooler", "none to be seen"));
        }
    }

    private static String port(String url) {
        Matcher port = PORT.matcher(url);
        return port.find() ? port.group(1) : USUAL_PORT;
    }

    private void mariadb(Clock now) throws SQLException {
        clock(now, "SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)");
        findings.add(writable());
    }

    private void clock(Clock now, String epochMillis) throws SQLException {
        Instant before = now.instant();
        Instant server = Instant.ofEpochMilli(Long.parseLong(text(epochMillis)));
        Instant after = now.instant();
        Duration late = Duration.between(after, server);
        Duration early = Duration.between(server, before);
        Duration off = late.compareTo(early) > 0 ? late : early;
        if (off.compareTo(TOLERATED) > 0) {
            findings.add(Finding.warning(
                    "clock",
                    "the clocks of this machine and of the server are " + off.toSeconds() + " s apart",
                    "set them by NTP; new versions and the times in the history come from them"));
        } else {
            findings.add(Finding.ok("clock", "agrees with the server"));
        }
    }

    private boolean bool(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
