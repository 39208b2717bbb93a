package dev.switchback.liquibase;

import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.port.StatementSender;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.PreparedStatementFactory;
import liquibase.exception.DatabaseException;
import liquibase.statement.ExecutablePreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * A whole script as one statement of Liquibase's: asked to execute itself, it sends statement after statement. One of
 * them is in memory at a time.
 */
final class ScriptStatement implements ExecutablePreparedStatement {

    private final Connection connection;
    private final StatementSender sender;
    private final SqlSplitter splitter;
    private final SqlScript script;
    private final StatementListener listener;
    private @Nullable SqlStatement current;
    private @Nullable Throwable failure;

    ScriptStatement(
            Connection connection,
            StatementSender sender,
            SqlSplitter splitter,
            SqlScript script,
            StatementListener listener) {
        this.connection = connection;
        this.sender = sender;
        this.splitter = splitter;
        this.script = script;
        this.listener = listener;
    }

    /** The statement that failed, if it was in one. */
    Optional<SqlStatement> failed() {
        return Optional.ofNullable(current);
    }

    /** What the database or the listener threw, before Liquibase wrapped it. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void execute(PreparedStatementFactory unused) throws DatabaseException {
        try {
            Iterator<SqlStatement> statements = splitter.statements(script.sql(), script.file());
            while (statements.hasNext()) {
                SqlStatement statement = statements.next();
                current = statement;
                if (!listener.isDone(statement)) {
                    listener.started(statement);
                    sender.send(connection, statement);
                    listener.finished(statement);
                }
                current = null;
            }
        } catch (SQLException e) {
            failure = e;
            throw new DatabaseException(e);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public boolean skipOnUnsupported() {
        return false;
    }

    @Override
    public boolean continueOnError() {
        return false;
    }

    /** For Liquibase's log, which is off; the script itself stays out of it. */
    @Override
    public String getFormattedStatement(Database database) {
        return toString();
    }

    @Override
    public String toString() {
        return script.file();
    }
}
