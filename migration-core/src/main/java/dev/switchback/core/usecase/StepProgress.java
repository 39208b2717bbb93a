package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.domain.DoneStatements;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Resumption;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SessionTracer;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.StatementClassifier;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one step statement by statement: leaves out what an earlier attempt has done, emits events, and has the journal
 * kept where the step does not run in one transaction.
 */
final class StepProgress implements StatementListener {

    private final MigrationStep step;
    private final Resumption resumption;
    private final Optional<StepJournal> journal;
    private final MigrationListener listener;
    private final Stopping stopping;
    private final Redaction redaction;
    private final StatementClassifier classifier;
    private final SessionTracer tracer;
    private final DoneStatements left = new DoneStatements();
    private @Nullable SqlStatement underWay;
    private long startedAt;
    private int ran;

    StepProgress(
            MigrationStep step,
            Resumption resumption,
            Optional<StepJournal> journal,
            MigrationListener listener,
            Stopping stopping,
            Redaction redaction,
            SqlDialect dialect) {
        this.step = step;
        this.resumption = resumption;
        this.journal = journal;
        this.listener = listener;
        this.stopping = stopping;
        this.redaction = redaction;
        this.classifier = StatementClassifier.of(dialect);
        this.tracer = SessionTracer.of(dialect);
    }

    /** What only the session of that time has is done again. */
    @Override
    public boolean isDone(SqlStatement statement) throws SQLException {
        if (!isBefore(statement)) {
            return false;
        }
        left.add(statement);
        boolean last = statement.index() == resumption.from() - 1;
        if (last && !left.hash().equals(resumption.done().hash())) {
            throw new SQLException("the engine takes " + step.body().file() + " apart in another way than was checked");
        }
        return !tracer.trace(statement).setting();
    }

    private boolean isBefore(SqlStatement statement) {
        return statement.index() < resumption.from();
    }

    @Override
    public void started(SqlStatement statement) throws SQLException {
        stopping.check();
        listener.on(new MigrationEvent.StatementStarted(
                step.body().file(), statement.index(), statement.line(), redaction.clean(statement.sql())));
        if (journal.isPresent() && !isBefore(statement)) {
            journal.get().begin(statement, classifier.classify(statement));
        }
        underWay = statement;
        startedAt = System.nanoTime();
    }

    @Override
    public void finished(SqlStatement statement) throws SQLException {
        underWay = null;
        if (!isBefore(statement)) {
            ran++;
            if (journal.isPresent()) {
                resumption.done().add(statement);
                journal.get().end();
            }
        }
        listener.on(new MigrationEvent.StatementFinished(
                step.body().file(), statement.index(), Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    /** How many statements this run has done. */
    int ran() {
        return ran;
    }

    /** The statement that was sent and did not come back. */
    Optional<SqlStatement> underWay() {
        return Optional.ofNullable(underWay);
    }
}
