package dev.switchback.core.port;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Finding;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryLocation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The database that a manager works on. What the driver throws comes out of it as the API's errors, without secrets.
 * Thread-safe.
 */
public interface Database extends AutoCloseable {

    /**
     * Work on a connection.
     *
     * @param <T> what comes out
     */
    interface Work<T> {
        /**
         * Does it.
         *
         * @param connection a connection in the schema of the migrations, with auto-commit on; stays the caller's
         * @return what comes out
         * @throws SQLException if the database fails
         */
        T on(Connection connection) throws SQLException;
    }

    /** The kind of database. May connect, once, when only the database itself can tell. */
    DatabaseKind kind();

    /** What is special about this kind of database. */
    default Dialect dialect() {
        return Dialect.of(kind());
    }

    /** What to call it, and what kind it is, without its version: for a database that does not exist yet. */
    DatabaseInfo info();

    /**
     * What to call it, and what it is, as far as the connection knows that without asking.
     *
     * @param connection a connection to it
     * @return what is known of it; not whether it takes writes
     * @throws SQLException if the database fails
     */
    DatabaseInfo info(Connection connection) throws SQLException;

    /**
     * Whether it takes no writes. Asks the database, so it is called where the answer is shown.
     *
     * @param connection a connection that {@link #read} gave
     * @return whether it was seen to take none
     * @throws SQLException if the database fails
     */
    boolean isReadOnly(Connection connection) throws SQLException;

    /** Whether it exists; opening a file that does not would create it, which a reading command must not. */
    boolean exists();

    /**
     * Creates it if it does not exist. Called on request only, outside the lock.
     *
     * @return whether this call created it
     * @throws DatabaseAccessException if it cannot be created
     */
    boolean create();

    /**
     * Works on a connection that is closed afterwards. Called once per command outside the lock, if the database exists.
     *
     * @param <T> what comes out
     * @param work the work; must not write
     * @return what comes out of it
     */
    <T> T read(Work<T> work);

    /**
     * The same for a command that can do without, and without waiting for another process that has the database to
     * itself. Called outside the lock.
     *
     * @param <T> what comes out
     * @param work the work; must not write
     * @return what comes out of it; empty while another process has the database to itself, as with a file of H2
     */
    <T> Optional<T> readUnlessTaken(Work<T> work);

    /**
     * The same for the catalogs: nothing on the session hides the schema of the migrations from what it asks. Called once
     * per schema that is read, outside the lock, if the database exists.
     *
     * @param <T> what comes out
     * @param work the work; must not write, and must name everything of the database itself in full
     * @return what comes out of it
     */
    default <T> T inspect(Work<T> work) {
        return read(work);
    }

    /**
     * The same for a command that writes; creates the database if it is a file that does not exist. Called inside the
     * lock.
     *
     * @param <T> what comes out
     * @param held the lock; if it lives on a connection that can work too, that one is used
     * @param work the work
     * @return what comes out of it
     * @throws DatabaseAccessException before the work begins, if the database is read-only
     */
    <T> T write(MigrationLock.Held held, Work<T> work);

    /**
     * Waits until the database answers: while nobody listens there, or the server says that it is starting. Called on
     * request only; takes no lock.
     *
     * @param timeout how long to wait at most; zero tries once
     * @throws DatabaseAccessException if the time is over, or waiting cannot help
     */
    void await(Duration timeout);

    /**
     * Makes sure that a history table that the catalog does not show is really not there, but only invisible to this
     * user. Called whenever {@link SchemaVersionStore#exists} says no.
     *
     * @param connection the connection that did not show it
     * @throws SQLException if it is there, or if that cannot be told
     */
    void requireNoHistory(Connection connection) throws SQLException;

    /**
     * Makes sure that a run can be recorded. Called inside the lock before the first step, if the history table exists.
     *
     * @param connection the connection of the run, with auto-commit on
     * @param rights what will be done with the history table
     * @throws SQLException if the user may not do it
     */
    void requireRights(Connection connection, Set<HistoryRight> rights) throws SQLException;

    /**
     * Makes sure that the history table can be created. Called inside the lock before that, if it does not exist.
     *
     * @param connection the connection of the run, with auto-commit on
     * @throws SQLException if the user may not do it
     */
    void requireCreation(Connection connection) throws SQLException;

    /**
     * What to do about a failed statement of a migration, if it is not the migration that is wrong but a permission, a
     * full disk or the like. Called after the rollback.
     *
     * @param connection the connection of the run
     * @param failure what the database said
     * @return the next step; empty if nothing is known
     */
    Optional<String> advice(Connection connection, SQLException failure);

    /**
     * The error of a command that the database broke off after it had written, or may have written. Called with what the
     * driver threw.
     *
     * @param failure what the database said
     * @param when when that was and what it means, as the end of a sentence
     * @return the error to throw; it does not say that the database is unchanged
     */
    DatabaseAccessException unsure(SQLException failure, String when);

    /**
     * The error of a run that the database broke off between two migrations. Called with what the driver threw.
     *
     * @param failure what the database said
     * @param completed what the run had finished
     * @return the error to throw
     */
    DatabaseAccessException interrupted(SQLException failure, RunResult completed);

    /**
     * Remembers the session behind a connection, for the case that the connection is lost. Called once per run, before
     * the first step.
     *
     * @param connection the connection of the run, with auto-commit on
     * @return what finds out about its end
     * @throws SQLException if the database fails
     */
    Aftermath aftermath(Connection connection) throws SQLException;

    /**
     * Reads on the connection of a command that writes, as safely as {@link #read} does. Called inside the lock, before
     * and after a run.
     *
     * @param <T> what comes out
     * @param connection the connection that {@link #write} or {@link #read} gave
     * @param work the work; must not write
     * @return what comes out of it
     * @throws SQLException if the database fails
     */
    <T> T look(Connection connection, Work<T> work) throws SQLException;

    /**
     * The owner of the history table, if it is somebody whom the user has no reason to trust. Called with each reading,
     * before the table is read: even to read it could run his code.
     *
     * @param connection a connection that {@link #look} or {@link #read} gave
     * @param history where the table would be
     * @return the owner's name; empty if all is well, if there is no table, or if tables have no owners
     * @throws SQLException if the database fails
     */
    Optional<String> untrustedOwner(Connection connection, HistoryLocation history) throws SQLException;

    /**
     * The session of a connection. Called once per run.
     *
     * @param connection the connection that {@link #write} gave
     * @return its session
     * @throws SQLException if the database fails
     */
    RunSession session(Connection connection) throws SQLException;

    /**
     * The tables and views of the schema, without those of the database itself and our own.
     *
     * @param connection a connection
     * @return their names, as the database spells them
     * @throws SQLException if the database fails
     */
    List<String> tables(Connection connection) throws SQLException;

    /**
     * What the server tells of itself that could stand in the way of a run: read-only, a replica, something between, its
     * clock, what killed builds left behind. Called by {@code doctor}.
     *
     * @param connection a connection that {@link #read} gave
     * @param now the time of this machine
     * @return what was looked at, in order
     * @throws SQLException if the database fails
     */
    List<Finding> examine(Connection connection, Clock now) throws SQLException;

    /** Cancels the statement that a command executes at this moment, if it can be. Called from another thread. */
    void cancel();

    /** The lock that keeps two runs on this database apart. */
    MigrationLock lock();

    /** Closes what was opened for this manager. Idempotent. */
    @Override
    void close();
}
