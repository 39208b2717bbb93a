package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session of PostgreSQL. What belongs to one transaction is set for that transaction only, so that it is right behind a
 * pooler that lends a session for a transaction, and leaves nothing behind there.
 *
 * <p>Own statements run with {@code pg_catalog} as the only schema in the path: an operator or a function that somebody
 * put into {@code public} is never called
 * (<a href="https://www.postgresql.org/support/security/CVE-2018-1058/">CVE-2018-1058</a>).
 */
final class PostgresqlSession extends SessionControl {

    private static final String SAFE_PATH = "pg_catalog";

    /** The server then notices within a second that the client of a running statement has died; since version 14. */
    private static final String CHECK_INTERVAL = "client_connection_check_interval";

    private static final int CHECKS_CLIENTS = 140_000;

    private @Nullable String schema;
    private boolean ownTransaction;
    private boolean readOnlyBefore;
    private boolean runsScripts;
    private int version;
    private String pathBefore = "";
    private String roleBefore = "";
    private Map<String, String> before = Map.of();

    static SessionControl open(Connection connection, SessionSettings settings) {
        return new PostgresqlSession(connection, settings);
    }

    private PostgresqlSession(Connection connection, SessionSettings settings) {
        super(connection, settings);
    }

    private void look() throws SQLException {
        Map<String, @Nullable String> now =
                row("SELECT pg_catalog.current_schema() AS schema, pg_catalog.current_setting('search_path') AS path,"
                        + " pg_catalog.current_setting('role') AS role,"
                        + " pg_catalog.current_setting('server_version_num') AS version");
        schema = settings.schema().orElse(now.get("schema"));
        pathBefore = Optional.ofNullable(now.get("path")).orElse("");
        roleBefore = Optional.ofNullable(now.get("role")).orElse("none");
        version = Integer.parseInt(Optional.ofNullable(now.get("version")).orElse("0"));
    }

    @Override
    boolean knowsSchema() {
        return version > 0;
    }

    @Override
    @Nullable String schema() {
        return schema;
    }

    /** One read-only transaction: it sees one state of the database, and nothing in it can write. */
    @Override
    void beginReading(boolean writing) throws SQLException {
        if (!writing) {
            look();
        }
        ownTransaction = connection.getAutoCommit();
        if (!ownTransaction) {
            return;
        }
        readOnlyBefore = connection.isReadOnly();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        Map<String, String> local = new LinkedHashMap<>();
        local.put("search_path", SAFE_PATH);
        settings.role().ifPresent(role -> local.put("role", role));
        if (!writing) {
            local.put("lock_timeout", settings.lockTimeout().toMillis() + "ms");
        }
        set(local, true);
    }

    @Override
    void endReading(boolean writing) throws SQLException {
        if (ownTransaction && !connection.getAutoCommit()) {
            ownTransaction = false;
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(readOnlyBefore);
        }
    }

    @Override
    void beginWriting() throws SQLException {
        look();
        before = changedSettings();
        restore(wanted());
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        runsScripts = true;
        Map<String, String> wanted = wanted();
        if (!transactional) {
            // no lock timeout: what refuses transactions waits for locks without keeping others out, and is left half
            // done when it is cancelled
            settings.statementTimeout().ifPresent(limit -> wanted.put("statement_timeout", limit.toMillis() + "ms"));
            noticeTheDead(wanted);
        }
        restore(wanted);
    }

    @Override
    void takeBackUser() throws SQLException {
        Map<String, String> user = new LinkedHashMap<>();
        // in this order: who becomes another user loses his role
        Optional.ofNullable(before.get("session_authorization"))
                .ifPresent(name -> user.put("session_authorization", name));
        user.put("role", settings.role().orElse(roleBefore));
        set(user, false);
    }

    private Map<String, String> wanted() {
        Map<String, String> wanted = new LinkedHashMap<>();
        settings.schema().ifPresent(name -> wanted.put("search_path", quoted(name)));
        settings.role().ifPresent(role -> wanted.put("role", role));
        return wanted;
    }

    /** Where no script runs, only the history is written. */
    @Override
    void begun() throws SQLException {
        Map<String, String> local = new LinkedHashMap<>();
        local.put("lock_timeout", settings.lockTimeout().toMillis() + "ms");
        settings.statementTimeout().ifPresent(limit -> local.put("statement_timeout", limit.toMillis() + "ms"));
        noticeTheDead(local);
        local.putAll(wanted());
        if (!runsScripts) {
            local.put("search_path", SAFE_PATH);
        }
        set(local, true);
    }

    /**
     * A session outlives its client until the server has noticed: with what it has locked, and with the next starters
     * waiting for it.
     */
    private void noticeTheDead(Map<String, String> wanted) {
        wanted.put("tcp_keepalives_idle", KeepAlive.IDLE);
        wanted.put("tcp_keepalives_interval", KeepAlive.INTERVAL);
        wanted.put("tcp_keepalives_count", KeepAlive.COUNT);
        if (version >= CHECKS_CLIENTS) {
            wanted.put("tcp_user_timeout", KeepAlive.UNTAKEN_MILLIS);
            wanted.put(CHECK_INTERVAL, "1s");
        }
    }

    @Override
    void endWriting() throws SQLException {
        if (version > 0) {
            restore(Map.of());
        }
    }

    @Override
    long id() throws SQLException {
        return number("SELECT pg_catalog.pg_backend_pid()");
    }

    /** Sets what is wanted, and everything else as it was at first; one look if nothing has to change. */
    private void restore(Map<String, String> wanted) throws SQLException {
        Map<String, String> now = changedSettings();
        Map<String, String> target = new LinkedHashMap<>(before);
        // in the order of the look, in which a role comes after the user who takes it on
        target.put("search_path", pathBefore);
        target.put("role", roleBefore);
        target.putAll(wanted);
        Map<String, String> changes = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : now.entrySet()) {
            if (!target.containsKey(entry.getKey())) {
                // a script set it, and it had its default before
                changes.put(entry.getKey(), reset(entry.getKey()));
            }
        }
        for (Map.Entry<String, String> entry : target.entrySet()) {
            if (!entry.getValue().equals(now.get(entry.getKey()))) {
                changes.put(entry.getKey(), entry.getValue());
            }
        }
        set(changes, false);
    }

    /** What was set in this session, as opposed to the configuration, the user, the database or the client. */
    private Map<String, String> changedSettings() throws SQLException {
        Map<String, String> changed = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, pg_catalog.current_setting(name)"
                        + " FROM pg_catalog.pg_settings WHERE source OPERATOR(pg_catalog.=) 'session'"
                        + " AND context OPERATOR(pg_catalog.<>) 'internal'"
                        + " AND NOT pg_catalog.starts_with(name, 'transaction_')"
                        + " UNION ALL SELECT 'search_path', pg_catalog.current_setting('search_path')"
                        + " UNION ALL SELECT 'session_authorization', pg_catalog.current_setting('session_authorization')"
                        + " UNION ALL SELECT 'role', pg_catalog.current_setting('role')")) {
            while (rows.next()) {
                changed.put(rows.getString(1), rows.getString(2));
            }
        }
        return changed;
    }

    private String reset(String name) throws SQLException {
        Map<String, @Nullable String> value =
                row("SELECT reset_val FROM pg_catalog.pg_settings WHERE name OPERATOR(pg_catalog.=) " + literal(name));
        return Optional.ofNullable(value.get("reset_val")).orElse("");
    }

    private void set(Map<String, String> values, boolean local) throws SQLException {
        if (!values.isEmpty()) {
            run(values.entrySet().stream()
                    .map(e -> "pg_catalog.set_config(" + literal(e.getKey()) + ", " + literal(e.getValue()) + ", "
                            + local + ")")
                    .collect(Collectors.joining(", ", "SELECT ", "")));
        }
    }

    private static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }
}
