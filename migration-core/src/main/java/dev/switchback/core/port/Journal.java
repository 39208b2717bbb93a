package dev.switchback.core.port;

import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationStep;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Which migration is under way, and how many of its statements stay applied whatever happens. Used only where a migration
 * does not run in one transaction: where DDL commits by itself, and for scripts that ask to run without a transaction. An
 * entry that ends well is removed; one that stays tells of a failure or a crash. Stateless and thread-safe.
 */
public interface Journal {

    /**
     * Reads what is under way. Called with every reading of the history; creates nothing.
     *
     * @param connection any connection
     * @return the entries; empty if there is no journal
     * @throws SQLException if the database fails
     */
    List<JournalEntry> read(Connection connection) throws SQLException;

    /**
     * Whether there is a journal.
     *
     * @param connection any connection
     * @return whether it is there
     * @throws SQLException if the database fails
     */
    boolean exists(Connection connection) throws SQLException;

    /**
     * Creates the journal if it is not there. Called inside the lock, before the first step that needs it.
     *
     * @param connection the connection of the run, with auto-commit on
     * @throws SQLException if the database fails
     */
    void create(Connection connection) throws SQLException;

    /**
     * Opens the entry of a migration, in place of one that an earlier attempt may have left. Part of the transaction that
     * the connection is in, so that it becomes durable together with the statements it tells of.
     *
     * @param connection the connection of the run
     * @param step the migration
     * @param done how many statements are applied
     * @param doneHash the hash over them
     * @throws SQLException if the database fails
     */
    void open(Connection connection, MigrationStep step, int done, String doneHash) throws SQLException;

    /**
     * Notes how far an opened migration is; otherwise as {@link #open}.
     *
     * @param connection the connection of the run
     * @param step the migration
     * @param done how many statements are applied
     * @param doneHash the hash over them
     * @throws SQLException if the database fails
     */
    void note(Connection connection, MigrationStep step, int done, String doneHash) throws SQLException;

    /**
     * Removes an entry, if it is there. The journal exists.
     *
     * @param connection the connection of the run
     * @param script the file of the migration
     * @throws SQLException if the database fails
     */
    void remove(Connection connection, String script) throws SQLException;
}
