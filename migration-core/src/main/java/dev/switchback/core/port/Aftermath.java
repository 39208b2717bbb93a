package dev.switchback.core.port;

import java.sql.SQLException;

/**
 * Finds out what became of the session behind a connection, once the connection is lost. Made while the connection
 * lives; used by one thread.
 */
public interface Aftermath {

    /**
     * Whether an error means that the connection is lost, so that nothing it was told last is known to have happened.
     *
     * @param error what the driver threw
     * @return whether it is lost
     */
    boolean isLoss(SQLException error);

    /**
     * Looks at the database over a new connection, after what the lost session had begun to write is committed or rolled
     * back. Gives the lost connection up first. Waits for a while if the server does not answer at once.
     *
     * @param <T> what comes out
     * @param work the look; must not write
     * @return what comes out of it
     * @throws dev.switchback.api.error.DatabaseAccessException if the database does not answer, or the session is still
     *     at work
     */
    <T> T look(Database.Work<T> work);
}
