package dev.switchback.core.port;

import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Sends the statements of a script, for engines that do not do it themselves or cannot do it right. Stateless and
 * thread-safe.
 */
public interface StatementSender {

    /**
     * Runs a statement to its end: as the database's own SQL, without JDBC's {@code {escapes}} and parameters; with the
     * rows that follow a {@code COPY … FROM stdin}; and through all its results, because an error can be in any of them,
     * for example of a procedure. Called inside the lock, between the two calls to the {@link StatementListener}; begins
     * and ends no transaction.
     *
     * @param connection the connection of the run
     * @param statement the statement
     * @throws SQLException if the statement fails
     */
    void send(Connection connection, SqlStatement statement) throws SQLException;
}
