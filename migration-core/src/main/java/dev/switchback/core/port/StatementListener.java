package dev.switchback.core.port;

import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;

/**
 * Told by the engine about every statement of a script, on the thread that runs it and between the statements, so that
 * the core can emit events and keep the journal on the same connection.
 */
public interface StatementListener {

    /**
     * Whether an earlier attempt has done the statement, so that the engine leaves it out: it neither sends it nor tells
     * of it. Asked once for every statement in the order of the script, before anything else is done with it.
     *
     * @param statement the statement
     * @return whether to leave it out
     * @throws SQLException if the script must not go on; the engine treats it as a failure of the statement
     */
    default boolean isDone(SqlStatement statement) throws SQLException {
        return false;
    }

    /**
     * The statement is about to be sent.
     *
     * @param statement the statement
     * @throws SQLException if the journal cannot be written; the engine treats it as a failure of the statement
     */
    void started(SqlStatement statement) throws SQLException;

    /**
     * The statement succeeded.
     *
     * @param statement the statement
     * @throws SQLException if the journal cannot be written; the engine treats it as a failure of the statement
     */
    void finished(SqlStatement statement) throws SQLException;
}
