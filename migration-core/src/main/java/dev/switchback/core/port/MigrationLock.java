package dev.switchback.core.port;

import dev.switchback.api.model.LockHolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One runner at a time on one database. The lock is outermost: it is taken before the engine touches anything, and held
 * for the whole run. It never lives in a committed row, so the death of its holder frees it.
 */
public interface MigrationLock {

    /** Decides whether to go on waiting. */
    @FunctionalInterface
    interface Waiting {

        /**
         * Called when the lock is not free at once, when somebody else is waited for, and about every ten seconds.
         *
         * @param waited how long this process has waited so far
         * @param holder who is waited for, if that can be told
         * @return false to give up
         */
        boolean goOn(Duration waited, Optional<LockHolder> holder);
    }

    /** Whether holding it keeps other runs away; false where there is no lock, only the words and the engine's own. */
    default boolean keepsOthersAway() {
        return true;
    }

    /** What it is, in the words of the database: a key, a name or a file. For {@code lock status}; may connect. */
    String description();

    /**
     * Who would have to be waited for at this moment. For {@code lock status}; reads only, does not take the lock.
     *
     * @return the run that holds the lock, and what dead runs have left behind; empty if there is nothing of that
     */
    List<LockHolder> holders();

    /**
     * Waits for the lock, and for what a run that died may have left behind: the server can execute its last statement
     * for as long as it likes. Called once per run.
     *
     * @param timeout how long to wait at most; zero tries once
     * @param waiting told about waiting
     * @return the held lock, to be closed by the caller; empty if {@code waiting} gave up
     * @throws dev.switchback.api.error.MigrationLockException if it is not free in time
     */
    Optional<Held> acquire(Duration timeout, Waiting waiting);

    /** Says who is in the way. */
    @FunctionalInterface
    interface Blocker {

        /**
         * Looks.
         *
         * @return who; empty if nobody is
         * @throws SQLException if the database fails
         */
        Optional<LockHolder> now() throws SQLException;
    }

    /** The held lock. */
    interface Held extends AutoCloseable {

        /**
         * Makes sure that the lock is still held, and the session that does the work still part of it. Called before each
         * migration, outside of a transaction.
         *
         * @throws dev.switchback.api.error.MigrationLockException if it was lost
         */
        void ensureHeld();

        /**
         * The connection that the lock lives on, if the work can be done on it as well, where no other one can be had for
         * that: a pool may have no more than one. Whoever works on it leaves it open.
         *
         * @return the connection, with auto-commit on; empty if the lock needs it for itself, or has none
         */
        default Optional<Connection> connection() {
            return Optional.empty();
        }

        /**
         * Makes the session that does the work part of the lock, so that the lock is not free while the server still
         * executes a statement of this run, be this process dead or alive. Called once, before anything else is done to
         * that session.
         *
         * @param run the connection that does the work, with auto-commit on
         * @return to be closed while that connection is still open
         * @throws SQLException if the database fails
         */
        Cover cover(Connection run) throws SQLException;

        /**
         * Waits until the engine's own lock is free, and does not take it: what is read then is not the middle of
         * somebody's work. Called once at most.
         *
         * @param engine says who has that lock
         * @param timeout how long to wait at most
         * @param waiting told about waiting
         * @return false if {@code waiting} gave up
         * @throws dev.switchback.api.error.MigrationLockException if it is not free in time
         */
        boolean await(Blocker engine, Duration timeout, Waiting waiting);

        /**
         * Takes the engine's own lock too, until this one is closed. Called once at most, before the first thing is
         * written.
         *
         * @param lock the engine's lock; its table exists
         * @param run the connection that does the work; keeps the lock if no other connection can be had for that
         * @param timeout how long to wait at most
         * @param waiting told about waiting
         * @return whether it is held now; false if {@code waiting} gave up
         * @throws dev.switchback.api.error.MigrationLockException if it is not free in time
         */
        boolean take(EngineLock lock, Connection run, Duration timeout, Waiting waiting);

        /** Frees the lock. Idempotent. */
        @Override
        void close();
    }

    /** The session that does the work, marked. */
    interface Cover extends AutoCloseable {

        /** Takes the mark away. Idempotent. */
        @Override
        void close();
    }
}
