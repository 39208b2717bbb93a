package dev.switchback.core.usecase;

import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;

/** Starts and ends the watch with each statement. */
record WatchedStatements(StatementListener progress, BlockerWatch watch, String file) implements StatementListener {

    @Override
    public boolean isDone(SqlStatement statement) throws SQLException {
        return progress.isDone(statement);
    }

    @Override
    public void started(SqlStatement statement) throws SQLException {
        progress.started(statement);
        watch.started(file, statement);
    }

    @Override
    public void finished(SqlStatement statement) throws SQLException {
        watch.ended();
        progress.finished(statement);
    }
}
