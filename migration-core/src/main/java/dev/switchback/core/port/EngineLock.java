package dev.switchback.core.port;

import dev.switchback.api.model.LockHolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock that an engine keeps in the database when it is used without Switchback. It does not know our lock, so we hold
 * its lock too. What we do for that must end with our process, where the database allows; where it does not, it must be
 * known by its name as ours, for the next run to clear it. Called inside of our lock, but for the two that only look.
 */
public interface EngineLock {

    /**
     * Whether the engine has its table here. Reads only.
     *
     * @param connection any connection in the schema of the migrations
     * @return whether it has
     * @throws SQLException if the database fails
     */
    boolean exists(Connection connection) throws SQLException;

    /**
     * The same lock for a process that does not hold ours. Nothing proves there that what has our name in it was left by a
     * dead run, so it counts as anybody's: it is waited for, and never cleared.
     *
     * @return the lock, which tells of a {@link LockHolder.Kind#ENGINE} instead of a {@link LockHolder.Kind#LEFTOVER}
     */
    EngineLock unproven();

    /**
     * Creates the table as the engine does, so that there is something to hold. Called before the first run.
     *
     * @param connection the connection that does the work
     * @throws SQLException if the database fails
     */
    void create(Connection connection) throws SQLException;

    /**
     * Who holds it. Reads only; called outside of our lock too.
     *
     * @param connection any connection in the schema of the migrations
     * @return who; a {@link LockHolder.Kind#LEFTOVER} for what a run of ours holds or has left; empty if it is free
     * @throws SQLException if the database fails
     */
    Optional<LockHolder> holder(Connection connection) throws SQLException;

    /**
     * Whether what we do for it is written down, so that a run that dies leaves it behind.
     *
     * @return false where it ends with our session
     */
    boolean outlivesUs();

    /**
     * Where it is, for connections that may be in another schema.
     *
     * @param connection the connection that does the work
     * @return the same lock by its full name
     * @throws SQLException if the database fails
     */
    Place in(Connection connection) throws SQLException;

    /** The lock by its full name. */
    interface Place {

        /**
         * Who holds it. Reads only.
         *
         * @param keeper the connection of {@link #tryTake}
         * @return as {@link EngineLock#holder}
         * @throws SQLException if the database fails
         */
        Optional<LockHolder> holder(Connection keeper) throws SQLException;

        /**
         * Takes it if nobody but us has it. What a dead run of ours has left does not count.
         *
         * @param keeper a connection that stays open until {@link #release}: on PostgreSQL inside of a transaction that
         *     must not be ended, everywhere else with auto-commit on
         * @param shared whether it does the work as well, and so can hold neither a transaction nor a table
         * @param name the name of this process, for others to read
         * @return whether it is held now; if not, nothing has changed
         * @throws SQLException if the database fails
         */
        boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException;

        /**
         * Gives it back.
         *
         * @param keeper the connection that it was taken with
         * @param shared as in {@link #tryTake}
         * @throws SQLException if the database fails
         */
        void release(Connection keeper, boolean shared) throws SQLException;
    }
}
