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

    /** Removes it with all that is in it; never throws, what cannot be removed now is left to the next run. Idempotent. */
    @Override
    void close();
}
