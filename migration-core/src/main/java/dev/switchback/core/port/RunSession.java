package dev.switchback.core.port;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session in which a run works: what is set in it, and what it waits for. Used by the thread of the run. */
public interface RunSession {

    /**
     * Puts the session into the state in which a script is to begin: in the schema and the role of the migrations, with
     * the limits of the settings, and with nothing that an earlier script left. Called inside the lock, before the
     * history table is created, before each step and after a failed one, with auto-commit on unless all steps
     * are one transaction.
     *
     * @param transactional whether the step runs in one transaction
     * @throws SQLException if the database fails
     */
    void prepare(boolean transactional) throws SQLException;

    /**
     * Makes the session that of the run's own user and role again. Called after the last statement of a script that may
     * have left it in another one, in the transaction of the script, before the history is written.
     *
     * @throws SQLException if the database fails
     */
    void takeBackUser() throws SQLException;

    /**
     * Makes one transaction of all steps. Called at most once, before the engine begins, where definitions can be taken
     * back.
     *
     * @return the transaction, to be closed by the caller
     */
    WholeTransaction whole();

    /**
     * Who holds the locks that the session waits for right now. Called from another thread while a statement runs long;
     * asks over a connection of its own.
     *
     * @return a line each; empty if nobody does, or if it cannot be told
     */
    List<String> blockers();

    /**
     * Whether a failure is that somebody else held a lock for too long, or a deadlock, so that trying again can help.
     *
     * @param failure what a statement threw
     * @return whether it was a lock
     */
    boolean metALock(@Nullable Throwable failure);

    /**
     * Whether a failure is that a statement ran longer than it may.
     *
     * @param failure what a statement threw
     * @return whether its time was over
     */
    boolean ranTooLong(@Nullable Throwable failure);

    /**
     * How long a statement may run, where the server does not end it by itself: whoever runs it cancels it then.
     *
     * @return the limit; empty if there is none, or if the server keeps it
     */
    Optional<Duration> unguardedLimit();

    /**
     * The indexes that a killed or failed build left behind invalid. Called before a step that may have left one, and
     * after it failed.
     *
     * @return their names; empty where there is no such thing
     * @throws SQLException if the database fails
     */
    List<String> invalidIndexes() throws SQLException;
}
