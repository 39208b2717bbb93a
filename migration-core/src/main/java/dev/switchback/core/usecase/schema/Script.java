package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.model.Problem;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.Reach;
import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import dev.switchback.core.sql.StatementClassifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * SQL that builds a schema, or a part of one, in a scratch database.
 *
 * @param name what to call it in messages
 * @param text its statements
 * @param transactional whether it runs in one transaction
 * @param next what to do if it cannot be run
 */
record Script(String name, ScriptText text, boolean transactional, String next) {

    /**
     * Runs it; an error says where in it the database stopped. What concerns the whole server is left out: it is no part of a
     * schema, and the server is also that of the database itself.
     */
    void run(
            Connection connection, SqlDialect dialect, StatementSender sender, Redaction redaction, OtherDatabase other)
            throws SQLException {
        connection.setAutoCommit(!transactional);
        try {
            StatementClassifier classifier = StatementClassifier.of(dialect);
            Iterator<SqlStatement> statements = SqlSplitter.of(dialect).statements(text, name);
            while (statements.hasNext()) {
                SqlStatement statement = statements.next();
                Reach reach = classifier.reach(statement.sql());
                if (reach == Reach.ELSEWHERE || other.isMeant(statement.sql())) {
                    throw refused(
                            statement.line(),
                            "this would leave it, for another database or a file",
                            "leave the name of the database out, and USE too; or do without what needs a scratch database:"
                                    + " check with drift=never");
                }
                if (reach == Reach.DATABASE) {
                    send(connection, statement, sender, redaction);
                }
            }
        } catch (SqlSyntaxProblem e) {
            throw refused(e.line(), e.reason(), e.advice());
        }
        if (transactional) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void send(Connection connection, SqlStatement statement, StatementSender sender, Redaction redaction) {
        try {
            sender.send(connection, statement);
        } catch (SQLException e) {
            throw refused(statement.line(), redaction.clean(String.valueOf(e.getMessage())), next);
        }
    }

    private InvalidMigrationSourceException refused(int line, String reason, String advice) {
        return new InvalidMigrationSourceException(List.of(new Problem(
                Problem.Kind.BAD_CONTENT,
                name,
                Optional.empty(),
                name + ":" + line + ": in a scratch database: " + reason,
                advice)));
    }
}
