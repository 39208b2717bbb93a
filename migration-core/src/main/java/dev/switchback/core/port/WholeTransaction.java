package dev.switchback.core.port;

import java.sql.Connection;
import java.sql.SQLException;

/** The one transaction of a run that is kept or undone as a whole. Used by the thread of the run. */
public interface WholeTransaction extends AutoCloseable {

    /**
     * The connection that the engine gets. It begins the transaction when the engine turns auto-commit off, keeps the
     * engine's commits back, and with a rollback undoes everything so far.
     */
    Connection connection();

    /**
     * Commits. Called once, after the last step.
     *
     * @throws SQLException if the database fails, or if something was rolled back before
     */
    void commit() throws SQLException;

    /** Undoes everything, unless it was committed; auto-commit is on again if the connection still works. Idempotent. */
    @Override
    void close();
}
