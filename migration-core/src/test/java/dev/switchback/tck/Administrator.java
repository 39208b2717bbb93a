package dev.switchback.tck;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who prepares and tidies up, and stays connected meanwhile: on PostgreSQL a new connection is a new process, and
 * costs more than most of what is done with it. Thread-safe.
 */
final class Administrator implements AutoCloseable {

    private static final int SECONDS_TO_ANSWER = 10;

    private final FreshDatabase.ConnectionOpener opener;
    private @Nullable Connection connection;

    Administrator(FreshDatabase.ConnectionOpener opener) {
        this.opener = opener;
    }

    /** Runs statements, each for itself. */
    synchronized void run(String... statements) throws SQLException {
        try (Statement statement = connected().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The connection, or another one if a test has cut it. */
    private Connection connected() throws SQLException {
        Connection kept = connection;
        if (kept == null || !kept.isValid(SECONDS_TO_ANSWER)) {
            close();
            kept = opener.open();
            connection = kept;
        }
        return kept;
    }

    @Override
    public synchronized void close() throws SQLException {
        Connection kept = connection;
        connection = null;
        if (kept != null) {
            kept.close();
        }
    }
}
