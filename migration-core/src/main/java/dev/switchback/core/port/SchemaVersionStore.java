package dev.switchback.core.port;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.RowComparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Which migrations the database has had: the engine's own history table, read and written by plain JDBC so that no
 * class of the engine is loaded by {@link #exists}, {@link #read} and {@link #compare}.
 *
 * <p>The caller owns the connection and its transaction: the methods never close it. The writing ones are called inside
 * the lock with auto-commit off and leave the commit to the caller, except that creating the table may commit where the
 * database does so by itself. Stateless and thread-safe.
 */
public interface SchemaVersionStore extends RowComparison {

    /**
     * Whether the history table exists. Called once per command, outside the lock, and again inside it. Creates nothing.
     *
     * @param connection any connection
     * @return whether it is there
     * @throws SQLException if the database fails
     */
    boolean exists(Connection connection) throws SQLException;

    /**
     * The name of the history table as it stands in a statement, with its schema if that matters. Called when a right is
     * to be checked or named.
     *
     * @param connection any connection
     * @return the name, quoted where the engine quotes it
     * @throws SQLException if the database fails
     */
    String table(Connection connection) throws SQLException;

    /**
     * What is done with the rows of the history table to record a step. Pure. Called before a run.
     *
     * @param step the step
     * @return the rights that the user needs
     */
    Set<HistoryRight> rights(MigrationStep step);

    /**
     * Reads the history: what is in effect or failed, in order of application. Reverted migrations are left out, a
     * repeatable one is there once with its latest run. Called once per command outside the lock, and inside the lock
     * before and after a run. Creates nothing.
     *
     * @param connection any connection
     * @return the history; an empty list if the table does not exist
     * @throws SQLException if the database fails
     */
    List<AppliedMigration> read(Connection connection) throws SQLException;

    /**
     * Whether the history table has rows that {@link #read} leaves out because somebody else wrote them: what they did is
     * in the database, and no migration tells of it. Called only when the history is empty. Creates nothing.
     *
     * @param connection any connection
     * @return whether there are such rows; false for an engine that knows no others
     * @throws SQLException if the database fails
     */
    boolean hasRowsOfOthers(Connection connection) throws SQLException;

    /**
     * Compares a file with the row of the history that belongs to it. Pure. Called for each applied migration of each
     * command.
     *
     * @param offered the migration as the files offer it
     * @param applied the row
     * @return whether they fit
     */
    ChecksumMatch compare(MigrationScript offered, AppliedMigration applied);

    @Override
    default boolean isEdited(MigrationScript offered, AppliedMigration applied) {
        return compare(offered, applied) == ChecksumMatch.DIFFERS;
    }

    /**
     * Creates the history table exactly as the engine would, if it does not exist. Inside the lock, before a run or a
     * stamp. May load the engine.
     *
     * @param connection the connection of the run, with auto-commit on
     * @throws SQLException if the database fails
     */
    void create(Connection connection) throws SQLException;

    /**
     * Records migrations as applied without running them, as the engine itself would have recorded them. Inside the
     * lock; the table exists.
     *
     * @param connection the connection of the command, with auto-commit off
     * @param migrations what to record, in order
     * @throws SQLException if the database fails
     */
    void stamp(Connection connection, List<MigrationScript> migrations) throws SQLException;

    /**
     * Makes the history forget migrations, so that they are pending again for Switchback and for the plain engine.
     * Failed ones are removed; for others the engine's own way to record a removal is used where it has one. Inside the
     * lock.
     *
     * @param connection the connection of the command, with auto-commit off
     * @param rows rows as {@link #read} gave them
     * @throws SQLException if the database fails
     */
    void forget(Connection connection, List<AppliedMigration> rows) throws SQLException;

    /**
     * Replaces the checksum and the name of an applied migration by those of the file as it is now. Inside the lock.
     *
     * @param connection the connection of the command, with auto-commit off
     * @param offered the file
     * @param applied the row
     * @throws SQLException if the database fails
     */
    void updateChecksum(Connection connection, MigrationScript offered, AppliedMigration applied) throws SQLException;
}
