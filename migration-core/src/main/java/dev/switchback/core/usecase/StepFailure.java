package dev.switchback.core.usecase;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Finds out in what state a failed step left the database, and says so. */
final class StepFailure {

    /** Enough to recognise a statement by. */
    private static final int LONGEST_SQL = 500;

    private final Dialect dialect;
    private final Journal journal;
    private final Redaction redaction;

    StepFailure(Dialect dialect, Journal journal, Redaction redaction) {
        this.dialect = dialect;
        this.journal = journal;
        this.redaction = redaction;
    }

    MigrationFailedException explain(
            MigrationStep step,
            ScriptFailedException failure,
            StepProgress progress,
            Connection connection,
            Optional<LostStep.Outcome> lost,
            Optional<String> advice,
            RunResult completed) {
        int applied = lost.map(LostStep.Outcome::applied).orElseGet(() -> applied(step, progress, connection));
        DatabaseState state = lost.map(LostStep.Outcome::state)
                .orElse(
                        applied < 0
                                ? DatabaseState.UNKNOWN
                                : applied == 0 ? DatabaseState.UNCHANGED : DatabaseState.PARTIAL);
        FailedStatement statement = statement(failure, Math.max(0, applied));
        return new MigrationFailedException(
                step.script().script(),
                statement,
                state,
                completed,
                message(step, statement),
                next(step, state, advice),
                redaction.clean(failure.getCause() == null ? failure : failure.getCause()));
    }

    /** How many statements stay applied; negative if it cannot be told. */
    private int applied(MigrationStep step, StepProgress progress, Connection connection) {
        if (step.transactional() && dialect.transactionalDdl()) {
            return 0;
        }
        try {
            Optional<JournalEntry> entry = journal.read(connection).stream()
                    .filter(e -> MigrationIdentity.of(e.kind(), e.version(), e.description())
                            .equals(MigrationIdentity.of(step.script().migration())))
                    .findFirst();
            if (entry.isPresent() && entry.get().done() == 0) {
                // nothing stayed, so there is nothing to repair either
                journal.remove(connection, entry.get().script());
                return 0;
            }
            return entry.map(JournalEntry::done).orElse(step.transactional() ? 0 : progress.finished());
        } catch (SQLException e) {
            return -1;
        }
    }

    private FailedStatement statement(ScriptFailedException failure, int applied) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        Optional<SQLException> sql = SqlCause.of(failure);
        String reason = redaction.clean(
                Optional.ofNullable(sql.map(Throwable::getMessage).orElse(cause.getMessage()))
                        .orElse(cause.getClass().getSimpleName()));
        return new FailedStatement(
                failure.statement().map(SqlStatement::index).orElse(0),
                failure.statement().map(SqlStatement::line).orElse(0),
                shorten(redaction.clean(
                        failure.statement().map(SqlStatement::sql).orElse(""))),
                applied,
                reason,
                sql.map(SQLException::getSQLState),
                sql.map(SQLException::getErrorCode).orElse(0));
    }

    private static String shorten(String sql) {
        return sql.length() <= LONGEST_SQL ? sql : sql.substring(0, LONGEST_SQL) + "…";
    }

    private static String message(MigrationStep step, FailedStatement statement) {
        String where = statement.index() == 0
                ? step.body().file() + ": "
                : step.body().file() + ":" + statement.line() + ": statement " + statement.index() + " failed: ";
        return where + statement.reason();
    }

    private static String next(MigrationStep step, DatabaseState state, Optional<String> advice) {
        String name = step.script()
                .migration()
                .version()
                .map(Object::toString)
                .orElse(step.script().script());
        return switch (state) {
            case UNCHANGED -> advice.orElse("correct the file and run the same command again");
            case PARTIAL ->
                "look at the database, finish or undo it by hand, then: switchback repair --mark-applied " + name
                        + " or --mark-reverted " + name;
            case UNKNOWN -> "when the database answers again, look at it with: switchback status";
        };
    }
}
