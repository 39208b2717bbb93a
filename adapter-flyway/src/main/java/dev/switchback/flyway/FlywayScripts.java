package dev.switchback.flyway;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.internal.jdbc.JdbcTemplate;
import org.flywaydb.core.internal.sqlscript.SqlScriptExecutor;
import org.flywaydb.core.internal.sqlscript.SqlStatementIterator;

/** Flyway's parser and its way to send statements, for one connection. */
final class FlywayScripts {

    private final MigrationResolver.Context flyway;
    private final SqlSplitter splitter;
    private final SqlScriptExecutor executor;
    private final JdbcTemplate template;

    FlywayScripts(MigrationResolver.Context flyway, DatabaseKind database, Connection connection) {
        this.flyway = flyway;
        this.splitter = SqlSplitter.of(dialect(database));
        this.executor = flyway.sqlScriptExecutorFactory.createSqlScriptExecutor(connection, false, false, false);
        this.template = new JdbcTemplate(connection, Types.NULL);
    }

    /** A statement as Flyway runs it and as we tell of it. */
    record Parsed(org.flywaydb.core.internal.sqlscript.SqlStatement flyway, SqlStatement statement) {}

    /**
     * Parses a whole script, so that nothing has been run when something in it cannot be parsed.
     *
     * @throws SQLException if it cannot be parsed
     */
    List<Parsed> parse(SqlScript script) throws SQLException {
        // whether statements that need a transaction may be mixed with such that refuse one, the core has decided
        var parser = flyway.sqlScriptFactory.createSqlScript(new ScriptResource(script), true, flyway.resourceProvider);
        List<SqlStatement> split = splitter.split(script.sql(), script.file());
        List<Parsed> statements = new ArrayList<>();
        try (SqlStatementIterator iterator = parser.getSqlStatements()) {
            while (iterator.hasNext()) {
                var parsed = iterator.next();
                statements.add(new Parsed(parsed, told(parsed, statements.size(), split)));
            }
        } catch (FlywayException e) {
            throw FlywayErrors.toSyntaxError(script.file(), e);
        }
        return statements;
    }

    /** Our own splitter's statement, which is without the comments before it; Flyway's where the two do not agree. */
    private static SqlStatement told(
            org.flywaydb.core.internal.sqlscript.SqlStatement parsed, int index, List<SqlStatement> split) {
        if (index < split.size() && split.get(index).line() == parsed.getLineNumber()) {
            return split.get(index);
        }
        return new SqlStatement(index + 1, Math.max(1, parsed.getLineNumber()), parsed.getSql(), Optional.empty());
    }

    void execute(Parsed statement) throws SQLException {
        try {
            SQLException failure = statement
                    .flyway()
                    .execute(template, executor, flyway.configuration)
                    .getException();
            if (failure != null) {
                throw failure;
            }
        } catch (FlywayException e) {
            throw FlywayErrors.toSqlException(e);
        }
    }

    private static SqlDialect dialect(DatabaseKind database) {
        return switch (database) {
            case SQLITE -> SqlDialect.SQLITE;
            case H2 -> SqlDialect.H2;
            case POSTGRESQL -> SqlDialect.POSTGRESQL;
            case MARIADB, MYSQL -> SqlDialect.MARIADB;
        };
    }
}
