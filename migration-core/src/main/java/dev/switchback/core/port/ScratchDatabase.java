package dev.switchback.core.port;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that is there for a moment. Used by one thread. */
public interface ScratchDatabase extends AutoCloseable {

    /**
     * A new session in it, so that nothing a script has set is left. What one session has committed the next one sees.
     *
     * @return a connection in the schema of the migrations, with auto-commit on, to be closed by the caller
     * @throws SQLException if the database fails
     */
    Connection connect() throws SQLException;

    /**
     * Something done in a scratch database.
     *
     * @param <T> what comes of it
     */
    interface Work<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does something of our own, no script of anybody else, in a session in which no script has run. That may be the one
     * of the last time, put back as a new one is: on PostgreSQL a new session is a new process, which has to learn the
     * catalog again.
     *
     * @param work what to do; what it does not commit is undone
     * @param <T> what comes of it
     * @return what came of it
     * @throws SQLException if the database fails
     */
    default <T> T work(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            return work.on(connection);
        }
    }

    /** Removes it with all that is in it; never throws, what cannot be removed now is left to the next run. Idempotent. */
    @Override
    void close();
}
