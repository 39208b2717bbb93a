package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What Switchback sets in the session of one connection, and how it puts everything back: the connection may belong to
 * somebody's pool, and a script may leave the session as it likes. Used by one thread.
 */
abstract class SessionControl {

    final Connection connection;
    final SessionSettings settings;
    private final Set<Long> companions = ConcurrentHashMap.newKeySet();
    private int readers;
    private boolean writing;

    SessionControl(Connection connection, SessionSettings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Each makes its own: that one is named here loads none of the others. */
    static SessionControl of(Dialect dialect, Connection connection, SessionSettings settings) {
        return switch (dialect) {
            case SQLITE -> SqliteSession.open(connection, settings);
            case H2 -> H2Session.open(connection, settings);
            case POSTGRESQL -> PostgresqlSession.open(connection, settings);
            case MARIADB -> MariadbSession.open(connection, settings);
        };
    }

    /** Makes the session ready for reading, unless it already is. */
    final void enterReading() throws SQLException {
        if (readers++ == 0) {
            beginReading(writing);
        }
    }

    /** Puts back what {@link #enterReading} changed, also after a failure. */
    final void leaveReading() throws SQLException {
        if (--readers == 0) {
            endReading(writing);
        }
    }

    /** Remembers how the session is, and makes it ready for writing. */
    final void enterWriting() throws SQLException {
        writing = true;
        beginWriting();
    }

    /** Puts the session back as it was before {@link #enterWriting}, also if that failed. */
    final void leaveWriting() throws SQLException {
        writing = false;
        endWriting();
    }

    final boolean isWriting() {
        return writing;
    }

    abstract void beginReading(boolean writing) throws SQLException;

    abstract void endReading(boolean writing) throws SQLException;

    abstract void beginWriting() throws SQLException;

    abstract void endWriting() throws SQLException;

    /**
     * Puts back what a script changed since {@link #enterWriting}.
     *
     * @param transactional whether the next script runs in one transaction
     */
    abstract void prepare(boolean transactional) throws SQLException;

    /** Makes the session that of the user and role of {@link #enterWriting} again. */
    void takeBackUser() throws SQLException {
        // elsewhere a script cannot leave it, or keeps its rights
    }

    /** A transaction has begun. */
    void begun() throws SQLException {
        // most databases keep their settings for the session
    }

    /** The number by which the database knows the session; negative if it gives none. */
    abstract long id() throws SQLException;

    /** Another session of this run, which keeps nobody waiting whatever it has locked. */
    final void accompaniedBy(long session) {
        companions.add(session);
    }

    /** The other sessions of this run, as far as they were named; may be asked by any thread. */
    final Set<Long> companions() {
        return Set.copyOf(companions);
    }

    /** The limit for a statement that the server does not keep for every kind of statement. */
    Optional<Duration> unguardedLimit() {
        return Optional.empty();
    }

    /** Whether {@link #schema()} is to be believed instead of the connection, whose path may lead elsewhere. */
    boolean knowsSchema() {
        return false;
    }

    /** The schema that is migrated; null if there is none that the user may use. */
    @Nullable String schema() {
        return null;
    }

    final void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    final long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The one row of a query, by the names of its columns. */
    final Map<String, @Nullable String> row(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                row.put(result.getMetaData().getColumnLabel(i), result.getString(i));
            }
            return row;
        }
    }

    /** The names whose value is another one now. */
    static List<String> changed(Map<String, @Nullable String> before, Map<String, @Nullable String> now) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, @Nullable String> entry : before.entrySet()) {
            if (!Objects.equals(entry.getValue(), now.get(entry.getKey()))) {
                names.add(entry.getKey());
            }
        }
        return names;
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
