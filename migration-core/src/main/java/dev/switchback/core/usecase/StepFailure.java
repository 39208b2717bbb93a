package dev.switchback.core.usecase;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Finds out in what state a failed step left the database, puts the journal right, and says so. */
final class StepFailure {

    /** Enough to recognise a statement by. */
    private static final int LONGEST_SQL = 500;

    private static final int LONGEST_REASON = 2000;
    private static final int END_OF_REASON = 200;

    private final Dialect dialect;
    private final Redaction redaction;
    private final RunSession session;
    private final BlockerWatch watch;
    private final Connection connection;
    private final Attempts attempts;

    StepFailure(Dialect dialect, Redaction redaction, RunSession session, BlockerWatch watch, Connection connection) {
        this.dialect = dialect;
        this.redaction = redaction;
        this.session = session;
        this.watch = watch;
        this.connection = connection;
        this.attempts = new Attempts(dialect.sql(), redaction);
    }

    /**
     * What is left of a step.
     *
     * @param state of the database
     * @param applied how many statements are applied for sure
     * @param entry what the journal says; empty if nothing is left, or if nobody can ask it
     */
    private record Outcome(DatabaseState state, int applied, Optional<JournalEntry> entry) {
        static final Outcome CLEAN = new Outcome(DatabaseState.UNCHANGED, 0, Optional.empty());
        static final Outcome UNKNOWN = new Outcome(DatabaseState.UNKNOWN, 0, Optional.empty());

        static Outcome of(JournalEntry entry) {
            return new Outcome(
                    entry.begun() ? DatabaseState.UNKNOWN : DatabaseState.PARTIAL, entry.done(), Optional.of(entry));
        }
    }

    MigrationFailedException explain(
            MigrationStep step,
            ScriptFailedException failure,
            StepProgress progress,
            Optional<StepJournal> journal,
            Optional<LostStep.Outcome> lost,
            Optional<String> advice,
            RunResult completed) {
        if (lost.isEmpty()) {
            reset(step, journal);
        }
        boolean lock = session.metALock(failure.getCause());
        List<String> blockers = lock ? watch.blockers() : List.of();
        Outcome outcome = lost.map(l -> new Outcome(l.state(), l.applied(), l.entry()))
                .orElseGet(() -> outcome(failure, progress, journal));
        Optional<String> remains = lost.isEmpty() ? remains(step) : Optional.empty();
        FailedStatement statement = statement(step, failure, outcome.applied());
        return new MigrationFailedException(
                step.script().script(),
                statement,
                remains.isPresent() && outcome.state() == DatabaseState.UNCHANGED
                        ? DatabaseState.PARTIAL
                        : outcome.state(),
                completed,
                blockers,
                message(statement, blockers),
                next(step, failure, outcome, remains, advice),
                redaction.clean(failure.getCause() == null ? failure : failure.getCause()));
    }

    /** Ends what the script began and did not end, and goes back to where it came from. */
    private void reset(MigrationStep step, Optional<StepJournal> journal) {
        if (!step.transactional()) {
            send("ROLLBACK");
        }
        if (journal.filter(StepJournal::isLocked).isPresent()) {
            send("UNLOCK TABLES");
        }
        try {
            session.prepare(true);
        } catch (SQLException e) {
            // the connection is gone, and what is asked next says so too
        }
    }

    private void send(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            // SQLite says so if there was nothing to end; a connection that is lost shows itself next
        }
    }

    /** A step without a journal ran in one transaction, of which nothing is left. */
    private static Outcome outcome(
            ScriptFailedException failure, StepProgress progress, Optional<StepJournal> journal) {
        if (journal.isEmpty()) {
            return Outcome.CLEAN;
        }
        // the database itself refused the statement that was sent
        boolean refused =
                progress.underWay().isPresent() && SqlCause.of(failure).isPresent();
        try {
            return journal.get().fail(refused).map(Outcome::of).orElse(Outcome.CLEAN);
        } catch (SQLException e) {
            return Outcome.UNKNOWN;
        }
    }

    private FailedStatement statement(MigrationStep step, ScriptFailedException failure, int applied) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        Optional<SQLException> sql = SqlCause.of(failure);
        String reason = withoutMiddle(redaction.clean(
                Optional.ofNullable(sql.map(Throwable::getMessage).orElse(cause.getMessage()))
                        .orElse(cause.getClass().getSimpleName())));
        return new FailedStatement(
                step.body().file(),
                failure.statement().map(SqlStatement::index).orElse(0),
                failure.statement().map(SqlStatement::line).orElse(0),
                shorten(redaction.clean(
                        failure.statement().map(SqlStatement::sql).orElse(""))),
                applied,
                attempts.count(step.body()),
                reason,
                sql.map(SQLException::getSQLState),
                sql.map(SQLException::getErrorCode).orElse(0));
    }

    private static String shorten(String sql) {
        return sql.length() <= LONGEST_SQL ? sql : sql.substring(0, LONGEST_SQL) + "…";
    }

    /** H2 puts the whole statement between what is wrong and the number of the error. */
    private static String withoutMiddle(String reason) {
        return reason.length() <= LONGEST_REASON
                ? reason
                : reason.substring(0, LONGEST_REASON - END_OF_REASON) + " … "
                        + reason.substring(reason.length() - END_OF_REASON);
    }

    private static String message(FailedStatement statement, List<String> blockers) {
        String where = statement.index() == 0
                ? statement.file() + ": "
                : statement.file() + ":" + statement.line() + ": statement " + statement.index() + " failed: ";
        return where + statement.reason() + (blockers.isEmpty() ? "" : "; blocked by " + String.join("; ", blockers));
    }

    private String next(
            MigrationStep step,
            ScriptFailedException failure,
            Outcome outcome,
            Optional<String> remains,
            Optional<String> advice) {
        Optional<JournalEntry> entry = outcome.entry().filter(e -> !e.isVoid());
        if (entry.isPresent()) {
            String goOn = attempts.of(entry.get(), step.script()).nextStep();
            return remains.map(index -> IndexRemains.removal(index) + " then " + goOn)
                    .orElse(goOn);
        }
        if (remains.isPresent()) {
            return IndexRemains.advice(remains.get());
        }
        return outcome.state() == DatabaseState.UNCHANGED
                ? whenUnchanged(failure, advice)
                : "when the database answers again, look at it with: switchback status";
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

    /** An index that this attempt left behind, if there is one. */
    private Optional<String> remains(MigrationStep step) {
        if (step.transactional()) {
            return Optional.empty();
        }
        try {
            return new IndexRemains(dialect.sql())
                    .of(step.body(), session.invalidIndexes()).stream().findFirst();
        } catch (SQLException e) {
            // the failure itself is told
            return Optional.empty();
        }
    }
}
