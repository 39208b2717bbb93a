package dev.switchback.flyway;

import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Runs the statements of one script and knows how far it got. */
final class StatementRun {

    private final FlywayScripts scripts;
    private final StatementListener listener;
    private @Nullable SqlStatement current;
    private int succeeded;

    StatementRun(FlywayScripts scripts, StatementListener listener) {
        this.scripts = scripts;
        this.listener = listener;
    }

    void run(SqlScript script) throws SQLException {
        Iterator<SqlStatement> statements = scripts.statements(script);
        try (ParsedStatements parsed = scripts.parse(script)) {
            while (statements.hasNext()) {
                SqlStatement statement = statements.next();
                current = statement;
                if (!listener.isDone(statement)) {
                    listener.started(statement);
                    scripts.send(statement, parsed.find(statement));
                    succeeded++;
                    listener.finished(statement);
                }
                current = null;
            }
        }
    }

    /** The statement that is being run; null outside of them. */
    @Nullable SqlStatement current() {
        return current;
    }

    boolean anySucceeded() {
        return succeeded > 0;
    }
}
