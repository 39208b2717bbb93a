package dev.switchback.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection to SQLite. */
final class SqliteSession extends SessionControl {

    private static final String LOCKING = "locking_mode";
    private static final String JOURNAL = "journal_mode";

    /** What scripts switch to rebuild tables or to load rows, and SQLite can tell in one query. */
    private static final List<String> SWITCHES = List.of(
            "foreign_keys",
            "legacy_alter_table",
            "ignore_check_constraints",
            "recursive_triggers",
            "synchronous",
            "secure_delete",
            "reverse_unordered_selects",
            LOCKING,
            JOURNAL);

    /** Those of the file stay; these are of the connection, and a process that dies leaves a damaged file. */
    private static final Set<String> WITHOUT_FILE = Set.of("memory", "off");

    private static final String SWITCHES_QUERY =
            "SELECT " + String.join(", ", SWITCHES) + " FROM pragma_" + String.join(", pragma_", SWITCHES);

    private long busyBefore;
    private Map<String, @Nullable String> switches = Map.of();

    static SessionControl open(Connection connection, SessionSettings settings) {
        return new SqliteSession(connection, settings);
    }

    private SqliteSession(Connection connection, SessionSettings settings) {
        super(connection, settings);
    }

    @Override
    void beginReading(boolean writing) {
        // there is no schema, no role and no lock to wait for
    }

    @Override
    void endReading(boolean writing) {
        // nothing was changed
    }

    @Override
    void beginWriting() throws SQLException {
        busyBefore = number("PRAGMA busy_timeout");
        switches = row(SWITCHES_QUERY);
        if (!settings.lockTimeout().isZero()) {
            run("PRAGMA busy_timeout = " + settings.lockTimeout().toMillis());
        }
    }

    @Override
    void prepare(boolean transactional) throws SQLException {
        restoreSwitches();
    }

    @Override
    void endWriting() throws SQLException {
        run("PRAGMA busy_timeout = " + busyBefore);
        restoreSwitches();
    }

    private void restoreSwitches() throws SQLException {
        Map<String, @Nullable String> now = row(SWITCHES_QUERY);
        for (String name : SWITCHES) {
            boolean isOwn = !name.equals(JOURNAL) || WITHOUT_FILE.contains(String.valueOf(now.get(JOURNAL)));
            if (isOwn && !Objects.equals(now.get(name), switches.get(name))) {
                run("PRAGMA " + name + " = " + switches.get(name));
                if (name.equals(LOCKING)) {
                    // the file is let go of with the next look at it
                    run("SELECT 1 FROM sqlite_master");
                }
            }
        }
    }

    @Override
    long id() {
        return -1;
    }
}
