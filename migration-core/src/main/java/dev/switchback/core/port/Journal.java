package dev.switchback.core.port;

import dev.switchback.core.domain.JournalEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Which migration is under way, and how many of its statements stay applied whatever happens. Used only where a migration
 * does not run in one transaction: where DDL commits by itself, and for scripts that ask to run without a transaction. An
 * entry that ends well is removed; one that stays tells of a failure or a crash. Stateless and thread-safe.
 */
public interface Journal {

    /**
     * Reads what is under way. Called with every reading of the history; creates nothing.
     *
     * @param connection a connection in the schema of the migrations
     * @return the entries; empty if there is no journal
     * @throws SQLException if the database fails
     */
    List<JournalEntry> read(Connection connection) throws SQLException;

    /**
     * Opens it for writing; creates it if it is not there, and brings it up to date if an older version made it. Called
     * inside the lock, once per run or repair that needs it.
     *
     * @param connection the connection of the run, in the schema of the migrations and with auto-commit on
     * @return what writes into it, wherever the scripts go
     * @throws SQLException if the database fails
     */
    Writer open(Connection connection) throws SQLException;

    /**
     * Removes all entries, if there is a journal. Called inside the lock, when the history shows that every migration
     * in it came to its end: the process that was to remove its entry did not live to do it.
     *
     * @param connection the connection of the run, in the schema of the migrations
     * @throws SQLException if the database fails
     */
    void clear(Connection connection) throws SQLException;

    /**
     * Removes an entry, if it is there.
     *
     * @param connection the connection of the repair, in the schema of the migrations
     * @param script the file of the migration
     * @throws SQLException if the database fails
     */
    void remove(Connection connection, String script) throws SQLException;

    /**
     * Writes entries for one run, and is closed at its end, however it ended. What it writes is part of the transaction
     * that the connection is in, so that it becomes durable together with the statements it tells of; and it always goes
     * into the same table, whatever schema a script has made the current one. Used by one thread.
     */
    interface Writer extends AutoCloseable {

        /**
         * Opens the entry of a migration, in place of one that an earlier attempt may have left.
         *
         * @param entry the entry
         * @throws SQLException if the database fails
         */
        void begin(JournalEntry entry) throws SQLException;

        /**
         * Notes how far a migration is whose entry is open.
         *
         * @param entry the entry
         * @throws SQLException if the database fails, or the entry is gone
         */
        void note(JournalEntry entry) throws SQLException;

        /**
         * Reads the entry of a migration.
         *
         * @param script the file of the migration
         * @return the entry, if there is one
         * @throws SQLException if the database fails
         */
        Optional<JournalEntry> find(String script) throws SQLException;

        /**
         * Removes an entry, if it is there.
         *
         * @param script the file of the migration
         * @throws SQLException if the database fails
         */
        void remove(String script) throws SQLException;

        /**
         * Remembers the transaction that the connection is in, and in which something was written. Only on databases
         * that commit some statements by themselves.
         *
         * @throws SQLException if the database fails
         */
        void watch() throws SQLException;

        /**
         * Whether that transaction has been committed since, by whatever ran in it. Called once after each
         * {@link #watch}.
         *
         * @return whether it is over
         * @throws SQLException if the database fails
         */
        boolean committed() throws SQLException;

        /**
         * The run is over. What it left unfinished on the connection is rolled back, if anything has to be put back in
         * the database.
         *
         * @throws SQLException if the database fails
         */
        @Override
        void close() throws SQLException;
    }
}
