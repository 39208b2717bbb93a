package dev.switchback.tck;

import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.util.ArrayList;
import java.util.List;

/** Writes down what an engine tells about the statements of a script. */
final class StatementLog implements StatementListener {

    private final List<String> lines = new ArrayList<>();
    private final int done;

    StatementLog() {
        this(0);
    }

    /** Says of the first statements that they are done. */
    StatementLog(int done) {
        this.done = done;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public boolean isDone(SqlStatement statement) {
        if (statement.index() > done) {
            return false;
        }
        lines.add("done " + statement.index());
        return true;
    }

    @Override
    public void started(SqlStatement statement) {
        lines.add("start " + statement.index() + " line " + statement.line() + ": " + firstWords(statement));
    }

    @Override
    public void finished(SqlStatement statement) {
        lines.add("end " + statement.index() + " line " + statement.line() + ": " + firstWords(statement));
    }

    private static String firstWords(SqlStatement statement) {
        return statement.sql().lines().findFirst().orElse("").replaceAll("\\s*\\(.*", "");
    }
}
