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
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds out in what state a failed step left the database, and says so. */
final class StepFailure {

    /** Enough to recognise a statement by. */
    private static final int LONGEST_SQL = 500;

    private final Dialect dialect;
    private final Journal journal;
    private final Redaction redaction;
    private final RunSession session;
    private final BlockerWatch watch;

    StepFailure(Dialect dialect, Journal journal, Redaction redaction, RunSession session, BlockerWatch watch) {
        this.session = session;
        this.watch = watch;
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
        if (lost.isEmpty()) {
            reset();
        }
        boolean lock = session.metALock(failure.getCause());
        List<String> blockers = lock ? watch.blockers() : List.of();
        int applied = lost.map(LostStep.Outcome::applied).orElseGet(() -> applied(step, progress, connection));
        Optional<String> remains = lost.isEmpty() ? remains(step) : Optional.empty();
        DatabaseState state = lost.map(LostStep.Outcome::state).orElseGet(() -> state(applied, remains));
        FailedStatement statement = statement(failure, Math.max(0, applied));
        return new MigrationFailedException(
                step.script().script(),
                statement,
                state,
                completed,
                blockers,
                message(step, statement, blockers),
                remains.orElseGet(() -> next(step, state, failure, advice)),
                redaction.clean(failure.getCause() == null ? failure : failure.getCause()));
    }

    /** Where the script has left the session, the journal may not be found. */
    private void reset() {
        try {
            session.prepare(true);
        } catch (SQLException e) {
            // the connection is gone, and what is asked next says so too
        }
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

    private static String message(MigrationStep step, FailedStatement statement, List<String> blockers) {
        String where = statement.index() == 0
                ? step.body().file() + ": "
                : step.body().file() + ":" + statement.line() + ": statement " + statement.index() + " failed: ";
        return where + statement.reason() + (blockers.isEmpty() ? "" : "; blocked by " + String.join("; ", blockers));
    }

    private String next(
            MigrationStep step, DatabaseState state, ScriptFailedException failure, Optional<String> advice) {
        String name = step.script()
                .migration()
                .version()
                .map(Object::toString)
                .orElse(step.script().script());
        return switch (state) {
            case UNCHANGED -> whenUnchanged(failure, advice);
            case PARTIAL ->
                "look at the database, finish or undo it by hand, then: switchback repair --mark-applied " + name
                        + " or --mark-reverted " + name;
            case UNKNOWN -> "when the database answers again, look at it with: switchback status";
        };
    }

    private String whenUnchanged(ScriptFailedException failure, Optional<String> advice) {
        if (session.metALock(failure.getCause())) {
            return "end the session that holds the lock, or wait until it is done, then run the same command again;"
                    + " ddl.lock-timeout and ddl.retries say how long to wait";
        }
        if (session.ranTooLong(failure.getCause())) {
            return "raise statement-timeout, or make the statement shorter, then run the same command again";
        }
        return advice.orElse("correct the file and run the same command again");
    }

    private static DatabaseState state(int applied, Optional<String> remains) {
        if (applied < 0) {
            return DatabaseState.UNKNOWN;
        }
        return applied == 0 && remains.isEmpty() ? DatabaseState.UNCHANGED : DatabaseState.PARTIAL;
    }

    /** What to do about an index that this attempt left behind, if there is one. */
    private Optional<String> remains(MigrationStep step) {
        if (step.transactional()) {
            return Optional.empty();
        }
        try {
            return new IndexRemains(dialect.sql())
                    .of(step.body(), session.invalidIndexes()).stream()
                            .findFirst()
                            .map(IndexRemains::advice);
        } catch (SQLException e) {
            // the failure itself is told
            return Optional.empty();
        }
    }
}
