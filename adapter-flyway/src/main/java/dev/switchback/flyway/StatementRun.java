package dev.switchback.flyway;

import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;
import java.util.List;
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

    void run(List<FlywayScripts.Parsed> statements) throws SQLException {
        for (FlywayScripts.Parsed parsed : statements) {
            current = parsed.statement();
            if (listener.isDone(parsed.statement())) {
                continue;
            }
            listener.started(parsed.statement());
            scripts.execute(parsed);
            succeeded++;
            listener.finished(parsed.statement());
        }
        current = null;
    }

    /** The statement that is being run; null outside of them. */
    @Nullable SqlStatement current() {
        return current;
    }

    boolean anySucceeded() {
        return succeeded > 0;
    }
}
