package dev.switchback.core.jdbc;

import dev.switchback.core.domain.Dialect;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Does not wait for ever for a server that has taken a connection and says nothing on it any more: a driver would, when
 * a proxy stands before a dead server, or when something in the network has forgotten the connection. It is for what
 * Switchback asks itself, never for the statements of a script, which may take hours without a word.
 *
 * @param limit how long nothing may come back; zero for no limit
 */
record AnswerLimit(Duration limit) {

    /** An answer may take longer than a greeting: the server may have to read for it. */
    private static final int TIMES = 6;

    /** What is asked. */
    interface Question<T> {
        T ask() throws SQLException;
    }

    /**
     * The limit where somebody may be waited for on the server as well.
     *
     * @param settings what is waited for: a connection, and a lock; where one of the two is for ever, so is an answer
     * @return the limit
     */
    static AnswerLimit of(SessionSettings settings) {
        if (settings.lockTimeout().isZero() || settings.connectTimeout().isZero()) {
            return new AnswerLimit(Duration.ZERO);
        }
        Duration usual = settings.connectTimeout().multipliedBy(TIMES);
        Duration afterLock = settings.lockTimeout().plus(settings.connectTimeout());
        return new AnswerLimit(usual.compareTo(afterLock) < 0 ? afterLock : usual);
    }

    /** Whether there is a limit on such a database: one in this process answers or fails. */
    boolean countsOn(Dialect dialect) {
        return !limit.isZero() && (dialect == Dialect.POSTGRESQL || dialect == Dialect.MARIADB);
    }

    /** Asks, and gives the connection up when the time is over. Within another such question the other's limit counts. */
    <T> T during(Connection connection, Dialect dialect, Question<T> question) throws SQLException {
        if (!countsOn(dialect)) {
            return question.ask();
        }
        int before = now(connection);
        if (before != 0) {
            return question.ask();
        }
        set(connection, limit);
        try {
            return question.ask();
        } catch (SQLException e) {
            throw told(e);
        } finally {
            set(connection, Duration.ZERO);
        }
    }

    /** Sets the limit on a connection that only asks, until {@link #lift}; false if it has one of the application's own. */
    boolean keep(Connection connection) {
        if (limit.isZero() || now(connection) != 0) {
            return false;
        }
        set(connection, limit);
        return true;
    }

    /** Takes back what {@link #keep} has set. */
    static void lift(Connection connection) {
        set(connection, Duration.ZERO);
    }

    private SQLException told(SQLException failure) {
        for (Throwable cause = failure; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return new FoundFault(
                        Fault.LOST,
                        "the server has taken the connection, and then not answered for " + limit.toMillis() / 1_000.0
                                + " s",
                        "check the server, and what stands between it and here; then run the command again",
                        failure);
            }
        }
        return failure;
    }

    private static int millis(Duration limit) {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, limit.toMillis()));
    }

    /** Of a connection that cannot tell, nothing is changed. */
    private static int now(Connection connection) {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLException e) {
            return -1;
        }
    }

    /** A connection that is broken says so at the next question, and one that knows no limit has none. */
    private static void set(Connection connection, Duration limit) {
        try {
            connection.setNetworkTimeout(Runnable::run, millis(limit));
        } catch (SQLException e) {
            // see above
        }
    }
}
