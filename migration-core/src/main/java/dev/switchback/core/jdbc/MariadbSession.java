package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session of MariaDB or MySQL. */
final class MariadbSession extends SessionControl {

    private static final String LOCK_WAIT = "lock_wait_timeout";

    /** What dumps and scripts are used to change; they are meant to put it back, and often do not. */
    private static final List<String> VARIABLES = List.of(
            "sql_mode",
            "foreign_key_checks",
            "unique_checks",
            "sql_notes",
            "time_zone",
            "character_set_client",
            "character_set_results",
            "collation_connection",
            LOCK_WAIT,
            "wait_timeout",
            "auto_increment_increment",
            "auto_increment_offset",
            "default_storage_engine",
            "default_week_format",
            "div_precision_increment",
            "group_concat_max_len",
            "innodb_strict_mode",
            "lc_time_names",
            "sql_auto_is_null",
            "sql_big_selects",
            "sql_log_bin",
            "sql_safe_updates",
            "sql_select_limit");

    private static final List<String> OF_MARIADB = List.of("tx_isolation", "tx_read_only", "check_constraint_checks");
    private static final List<String> OF_MYSQL = List.of("transaction_isolation", "transaction_read_only");

    private static final String LIMIT_OF_MYSQL = "max_execution_time";
    private static final String ROLE = "role";
    private static final String DATABASE = "db";

    private Map<String, @Nullable String> found = Map.of();
    private Map<String, @Nullable String> wanted = Map.of();
    private String limit = "";

    static SessionControl open(Connection connection, SessionSettings settings) {
        return new MariadbSession(connection, settings);
    }

    private MariadbSession(Connection connection, SessionSettings settings) {
        super(connection, settings);
    }

    private Map<String, @Nullable String> look() throws SQLException {
        List<String> own = limit().equals(LIMIT_OF_MYSQL) ? OF_MYSQL : OF_MARIADB;
        String variables = Stream.of(VARIABLES, own, List.of(limit()))
                .flatMap(List::stream)
                .map(name -> "@@SESSION." + name + " AS " + name)
                .collect(Collectors.joining(", "));
        return row("SELECT " + variables + ", DATABASE() AS " + DATABASE
                + (settings.role().isPresent() ? ", CURRENT_ROLE() AS " + ROLE : ""));
    }

    /** MariaDB's limit is in seconds and for every statement, MySQL's in milliseconds and for queries only. */
    private String limit() throws SQLException {
        if (limit.isEmpty()) {
            boolean mysql = connection
                    .getMetaData()
                    .getDatabaseProductName()
                    .toLowerCase(Locale.ROOT)
                    .contains("mysql");
            limit = mysql ? LIMIT_OF_MYSQL : "max_statement_time";
        }
        return limit;
    }

    @Override
    void beginReading(boolean writing) throws SQLException {
        if (writing) {
            return;
        }
        found = row("SELECT DATABASE() AS " + DATABASE + ", @@SESSION." + LOCK_WAIT + " AS " + LOCK_WAIT
                + (settings.role().isPresent() ? ", CURRENT_ROLE() AS " + ROLE : ""));
        if (!settings.lockTimeout().isZero()) {
            waitForLocks(String.valueOf(wholeSeconds(settings.lockTimeout())));
        }
        if (settings.role().isPresent()) {
            takeOn(settings.role().get());
        }
        enter(settings.schema().orElse(null));
    }

    private void waitForLocks(@Nullable String seconds) throws SQLException {
        run("SET SESSION " + LOCK_WAIT + " = " + seconds);
    }

    @Override
    void endReading(boolean writing) throws SQLException {
        if (writing) {
            return;
        }
        if (found.containsKey(ROLE)) {
            takeOn(found.get(ROLE));
        }
        if (found.containsKey(LOCK_WAIT) && !settings.lockTimeout().isZero()) {
            waitForLocks(found.get(LOCK_WAIT));
        }
        if (settings.schema().isPresent()) {
            enter(found.get(DATABASE));
        }
    }

    @Override
    void beginWriting() throws SQLException {
        found = look();
        Map<String, @Nullable String> own = new LinkedHashMap<>(found);
        if (!settings.lockTimeout().isZero()) {
            own.put(LOCK_WAIT, String.valueOf(wholeSeconds(settings.lockTimeout())));
        }
        settings.statementTimeout().ifPresent(time -> own.put(limit, amount(time)));
        settings.role().ifPresent(role -> own.put(ROLE, role));
        settings.schema().ifPresent(name -> own.put(DATABASE, name));
        restore(own, found);
        // as the server writes it
        wanted = look();
    }

    private String amount(Duration time) {
        return limit.equals(LIMIT_OF_MYSQL)
                ? String.valueOf(time.toMillis())
                : time.toSeconds() + "." + String.format(Locale.ROOT, "%03d", time.toMillisPart());
    }

    @Override
    Optional<Duration> unguardedLimit() {
        return limit.equals(LIMIT_OF_MYSQL) ? settings.statementTimeout() : Optional.empty();
    }

    /** The server counts in seconds and takes zero for one; less than a second is one. */
    private static long wholeSeconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        restore(wanted, look());
    }

    @Override
    void endWriting() throws SQLException {
        if (!found.isEmpty()) {
            restore(found, look());
        }
    }

    private void restore(Map<String, @Nullable String> target, Map<String, @Nullable String> now) throws SQLException {
        List<String> changes = new ArrayList<>();
        for (String name : changed(target, now)) {
            @Nullable String value = target.get(name);
            if (name.equals(DATABASE)) {
                enter(value);
            } else if (name.equals(ROLE)) {
                takeOn(value);
            } else {
                changes.add("SESSION " + name + " = " + written(name, value));
            }
        }
        if (!changes.isEmpty()) {
            run("SET " + String.join(", ", changes));
        }
    }

    private static String written(String name, @Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        boolean number = !value.isEmpty() && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        return number && !name.equals("sql_mode") ? value : literal(value);
    }

    private void takeOn(@Nullable String role) throws SQLException {
        if (role == null || role.isEmpty() || role.equals("NONE")) {
            run("SET ROLE NONE");
        } else {
            // MySQL answers with a list of quoted names, which is also how it wants them
            run("SET ROLE " + (role.startsWith("`") ? role : "`" + role.replace("`", "``") + "`"));
        }
    }

    /** Through the driver, which remembers where it is. */
    private void enter(@Nullable String database) throws SQLException {
        if (database != null
                && !database.equals(Optional.ofNullable(connection.getCatalog()).orElse(""))) {
            connection.setCatalog(database);
        }
    }

    @Override
    long id() throws SQLException {
        return number("SELECT CONNECTION_ID()");
    }
}
