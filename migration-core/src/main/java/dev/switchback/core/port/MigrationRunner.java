package dev.switchback.core.port;

import java.sql.Connection;
import java.sql.SQLException;

/** Changes the database by running scripts through the engine, which also records them in its table. Thread-safe. */
public interface MigrationRunner {

    /**
     * Prepares a run: called once per run, inside the lock, when there is at least one step; the history table exists.
     * This is where the engine may be loaded.
     *
     * @param connection the connection of the run; the caller owns and closes it, and nothing else uses it meanwhile
     * @return a session, to be closed by the caller
     * @throws SQLException if the database fails
     */
    MigrationSession begin(Connection connection) throws SQLException;
}
