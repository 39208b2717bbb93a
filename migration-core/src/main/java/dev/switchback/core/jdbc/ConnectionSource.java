package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.ServerAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Where the connections of one manager come from: its own URL, or the caller's {@code DataSource}. Thread-safe. */
public interface ConnectionSource extends AutoCloseable {

    /**
     * The kind of database. May connect, once, when only the database itself can tell.
     *
     * @throws SQLException if the database cannot be asked
     */
    DatabaseKind kind() throws SQLException;

    /** How to call the database in messages, without secrets. */
    String name();

    /** The server, if there is exactly one and its address may be shown. */
    default Optional<ServerAddress> server() {
        return Optional.empty();
    }

    /** What tells this database from every other one that this process, or this machine, may migrate; never printed. */
    String lockName();

    /** The file of an embedded database; empty for a server and for one in memory. */
    Optional<Path> file();

    /** Whether the database exists; opening a file that does not would create it, which a reading command must not. */
    default boolean exists() {
        Optional<Path> file = file();
        return file.isEmpty() || Files.exists(file.get());
    }

    /**
     * Opens a connection, with auto-commit on.
     *
     * @return the connection, to be closed by the caller
     * @throws SQLException if that fails
     */
    Connection open() throws SQLException;

    /**
     * The same, but waits for a database that is not there yet, or not there for the moment.
     *
     * @param wait how long to wait at most
     * @return the connection, to be closed by the caller
     * @throws SQLException if that fails, or the time is over
     */
    default Connection open(Duration wait) throws SQLException {
        return open();
    }

    /**
     * The same without waiting for another process that has the database to itself, as with a file of H2.
     *
     * @return the connection, to be closed by the caller
     * @throws SQLException if that fails
     */
    default Connection openUnlessTaken() throws SQLException {
        return open();
    }

    /**
     * Creates the database if it does not exist. Does nothing where connections come from somebody who has it already.
     *
     * @return whether this call created it
     * @throws SQLException if that fails
     */
    default boolean create() throws SQLException {
        return false;
    }

    /** Whether the connections are opened by us; false for those of a caller's {@code DataSource}. */
    default boolean isOwn() {
        return true;
    }

    /** Closes what this object opened itself. Idempotent. */
    @Override
    void close();
}
