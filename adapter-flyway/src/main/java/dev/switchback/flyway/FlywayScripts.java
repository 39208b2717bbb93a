package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Iterator;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's parser and its way to send statements, for one connection.
 *
 * <p>A statement is Flyway's wherever Flyway's parser finds the same one as the core's splitter. Where it does not, the
 * splitter's is sent, which knows more of the databases: psql's {@code \restrict}, MariaDB's {@code /*M! … *}{@code /}
 * and bodies without BEGIN, and the other cases that the splitter's tests name.
 */
final class FlywayScripts {

    private final MigrationResolver.Context flyway;
    private final SqlSplitter splitter;
    private final StatementSender sender;
    private final Connection connection;
    private final SqlScriptExecutor executor;
    private final JdbcTemplate template;

    FlywayScripts(
            MigrationResolver.Context flyway, DatabaseKind database, StatementSender sender, Connection connection) {
        this.flyway = flyway;
        this.splitter = SqlSplitter.of(Dialect.of(database).sql());
        this.sender = sender;
        this.connection = connection;
        this.executor = flyway.sqlScriptExecutorFactory.createSqlScriptExecutor(connection, false, false, false);
        this.template = new JdbcTemplate(connection, Types.NULL);
    }

    /** The statements of a script, which the core has gone through before: one at a time is in memory. */
    Iterator<SqlStatement> statements(SqlScript script) {
        return splitter.statements(script.sql(), script.file());
    }

    /** The same statements as Flyway's parser finds them. */
    ParsedStatements parse(SqlScript script) {
        // whether statements that need a transaction may be mixed with such that refuse one, the core has decided
        return new ParsedStatements(
                flyway.sqlScriptFactory.createSqlScript(new ScriptResource(script), true, flyway.resourceProvider),
                splitter);
    }

    /**
     * Sends a statement.
     *
     * @param statement the statement
     * @param parsed the same one as Flyway's parser found it; null if it did not
     * @throws SQLException if it fails
     */
    void send(SqlStatement statement, org.flywaydb.core.internal.sqlscript.@Nullable SqlStatement parsed)
            throws SQLException {
        if (parsed == null) {
            sender.send(connection, statement);
            return;
        }
        try {
            SQLException failure =
                    parsed.execute(template, executor, flyway.configuration).getException();
            if (failure != null) {
                throw failure;
            }
        } catch (FlywayException e) {
            throw FlywayErrors.toSqlException(e);
        }
    }
}
