package dev.switchback.core.usecase;

import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Starts and ends the watch with each statement, and puts the user back after the last one. */
final class WatchedStatements implements StatementListener {

    /** Whatever changes who the session is has one of these words; a look at the session costs more than a wrong guess. */
    private static final Pattern USER = Pattern.compile("\\b(?:ROLE|AUTHORIZATION)\\b", Pattern.CASE_INSENSITIVE);

    private final StatementListener progress;
    private final BlockerWatch watch;
    private final RunSession session;
    private final MigrationStep step;
    private boolean otherUser;

    WatchedStatements(StatementListener progress, BlockerWatch watch, RunSession session, MigrationStep step) {
        this.progress = progress;
        this.watch = watch;
        this.session = session;
        this.step = step;
    }

    @Override
    public boolean isDone(SqlStatement statement) throws SQLException {
        return progress.isDone(statement);
    }

    @Override
    public void started(SqlStatement statement) throws SQLException {
        progress.started(statement);
        watch.started(step.body().file(), statement);
    }

    @Override
    public void finished(SqlStatement statement) throws SQLException {
        watch.ended();
        progress.finished(statement);
        otherUser |= USER.matcher(statement.sql()).find();
        // the row of the history is written next, and only the user of the run may do that
        if (otherUser && statement.index() == step.statements()) {
            session.takeBackUser();
        }
    }
}
