package dev.switchback.core.usecase;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Resumption;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.port.Aftermath;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.port.ScriptFailedException;
import dev.switchback.core.sql.SqlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Carries out a plan, migration by migration. The caller holds the lock. */
final class RunExecutor {

    private final Database database;
    private final Engine engine;
    private final String engineId;
    private final Supplier<Dialect> dialect;
    private final Retries retries;
    private final Journal journal;
    private final Redaction redaction;
    private final MigrationListener listener;
    private final Stopping stopping;

    RunExecutor(
            Database database,
            Engine engine,
            String engineId,
            Retries retries,
            Journal journal,
            Redaction redaction,
            MigrationListener listener,
            Stopping stopping) {
        this.database = database;
        this.engine = engine;
        this.engineId = engineId;
        this.dialect = database::dialect;
        this.retries = retries;
        this.journal = journal;
        this.redaction = redaction;
        this.listener = listener;
        this.stopping = stopping;
    }

    RunResult execute(RunPlan plan, Connection connection, MigrationLock.Held held, long start, List<String> warnings)
            throws SQLException {
        List<MigrationStep> steps = plan.steps();
        List<Migration> migrations =
                steps.stream().map(s -> s.script().migration()).toList();
        requireRights(plan, connection);
        listener.on(new MigrationEvent.RunStarted(plan.direction(), plan.from(), migrations));
        RunSession runSession = database.session(connection);
        runSession.prepare(true);
        // the plan was made of a history without failures, so whatever the journal still has is of what ended well
        journal.clear(connection);
        RunTally tally = new RunTally(plan, start, warnings);
        Resumption fromTheStart = Resumption.fromTheStart();
        if (steps.stream().noneMatch(this::isJournaled)) {
            return carryOut(tally, fromTheStart, Optional.empty(), runSession, connection, held);
        }
        try (Journal.Writer writer = journal.open(connection)) {
            return carryOut(tally, fromTheStart, Optional.of(writer), runSession, connection, held);
        }
    }

    /** Carries out the rest of a plan's only step. */
    RunResult resume(RunPlan plan, Resumption resumption, Connection connection, MigrationLock.Held held, long start)
            throws SQLException {
        requireRights(plan, connection);
        RunSession runSession = database.session(connection);
        runSession.prepare(true);
        try (Journal.Writer writer = journal.open(connection)) {
            // from here on the statements before are done because it is said so, not because they were counted
            JournalEntry entry = JournalEntry.of(plan.steps().get(0), resumption.done());
            Writing.inTransaction(database, connection, c -> writer.begin(entry));
            RunTally tally = new RunTally(plan, start, List.of());
            return carryOut(tally, resumption, Optional.of(writer), runSession, connection, held);
        }
    }

    private RunResult carryOut(
            RunTally tally,
            Resumption resumption,
            Optional<Journal.Writer> writer,
            RunSession runSession,
            Connection connection,
            MigrationLock.Held held)
            throws SQLException {
        engine.store().create(connection);
        Aftermath aftermath = database.aftermath(connection);
        List<MigrationStep> steps = tally.plan().steps();
        try (BlockerWatch watch =
                        new BlockerWatch(runSession, retries.lockTimeout(), database::cancel, listener, redaction);
                RunTransactions transactions = RunTransactions.of(tally.plan(), runSession, connection);
                MigrationSession session = engine.runner().begin(transactions.connection())) {
            StepRun run =
                    new StepRun(session, transactions, runSession, watch, connection, writer, held, aftermath, tally);
            for (int i = 0; i < steps.size(); i++) {
                endIfAsked(tally);
                listener.on(beginning(steps.get(i), resumption, i + 1, steps.size()));
                run.execute(steps.get(i), resumption);
            }
            runSession.prepare(true);
            verify(tally.plan(), database.look(connection, engine.store()::read));
        } catch (SwitchbackException e) {
            if (e.databaseState() == DatabaseState.UNCHANGED && !tally.undone().isEmpty()) {
                listener.on(new MigrationEvent.RunUndone(tally.plan().direction(), tally.undone()));
            }
            throw e;
        } catch (SQLException e) {
            if (tally.isEmpty()) {
                throw e;
            }
            throw database.interrupted(e, tally.soFar());
        }
        return tally.complete();
    }

    private void endIfAsked(RunTally tally) {
        if (stopping.isRequested()) {
            throw new DatabaseAccessException(
                    database.info().name(),
                    "the run was stopped on request, between two migrations",
                    Stopping.SQL_STATE,
                    0,
                    "to go on, run the same command again",
                    tally.soFar(),
                    null);
        }
    }

    private static MigrationEvent beginning(MigrationStep step, Resumption resumption, int position, int total) {
        Migration migration = step.script().migration();
        String file = step.body().file();
        return resumption.again()
                ? new MigrationEvent.MigrationResumed(
                        step.direction(), migration, file, resumption.from(), resumption.total())
                : new MigrationEvent.MigrationStarted(
                        step.direction(), migration, file, position, total, step.statements());
    }

    /** A migration that cannot be recorded must not run. */
    void requireRights(RunPlan plan, Connection connection) throws SQLException {
        Set<HistoryRight> rights = EnumSet.noneOf(HistoryRight.class);
        plan.steps().forEach(step -> rights.addAll(engine.store().rights(step)));
        new HistoryAccess(database, engine.store()).require(connection, rights);
    }

    /** What the steps of one run share. */
    private final class StepRun {
        private final MigrationSession session;
        private final RunTransactions transactions;
        private final RunSession runSession;
        private final BlockerWatch watch;
        private final Connection connection;
        private final Optional<Journal.Writer> writer;
        private final MigrationLock.Held held;
        private final Aftermath aftermath;
        private final RunTally tally;

        StepRun(
                MigrationSession session,
                RunTransactions transactions,
                RunSession runSession,
                BlockerWatch watch,
                Connection connection,
                Optional<Journal.Writer> writer,
                MigrationLock.Held held,
                Aftermath aftermath,
                RunTally tally) {
            this.session = session;
            this.transactions = transactions;
            this.runSession = runSession;
            this.watch = watch;
            this.connection = connection;
            this.writer = writer;
            this.held = held;
            this.aftermath = aftermath;
            this.tally = tally;
        }

        void execute(MigrationStep step, Resumption resumption) throws SQLException {
            if (!step.transactional()) {
                new IndexRemains(dialect.get().sql()).refuse(step, runSession.invalidIndexes());
            }
            boolean done = false;
            for (int attempt = 1; !done; attempt++) {
                held.ensureHeld();
                runSession.prepare(step.transactional());
                done = attempt(step, resumption, attempt);
            }
        }

        /** Whether the step ended well; if not, it is to be tried again. */
        private boolean attempt(MigrationStep step, Resumption resumption, int attempt) throws SQLException {
            long start = System.nanoTime();
            Resumption own = resumption.copy();
            Optional<StepJournal> kept = writer.filter(w -> own.again() || isJournaled(step))
                    .map(w -> new StepJournal(step, w, connection, own));
            StepProgress progress = new StepProgress(
                    step,
                    own,
                    kept,
                    listener,
                    stopping,
                    redaction,
                    dialect.get().sql());
            try {
                execute(step, progress);
                commitIfLast();
            } catch (ScriptFailedException e) {
                watch.ended();
                // before the database is asked what is left
                transactions.close();
                Optional<LostStep.Outcome> lost = lost(step, e, kept.isPresent());
                if (lost.isPresent() && lost.get().recorded()) {
                    tally.keep();
                    tally.add(finished(step, progress, start));
                    throw database.interrupted(SqlCause.of(e).orElseThrow(), tally.soFar());
                }
                retryOrGiveUp(step, resumption, attempt, e, failed(step, e, progress, kept, lost));
                return false;
            }
            tally.add(finished(step, progress, start));
            if (kept.isPresent()) {
                kept.get().close();
            }
            return true;
        }

        /** In H2, which is in this process, every parenthesis of a statement is a few calls. */
        private void execute(MigrationStep step, StepProgress progress) {
            try {
                session.execute(step, new WatchedStatements(progress, watch, runSession, step));
            } catch (StackOverflowError e) {
                SqlStatement statement = progress.underWay().orElseThrow(() -> e);
                throw new ScriptFailedException(
                        statement,
                        new IllegalArgumentException(
                                "it is nested too deeply for the stack of this Java, which -Xss makes larger", e));
            }
        }

        /** The end of a run that is one transaction fails as its last step would. */
        private void commitIfLast() {
            if (!tally.isAtLast()) {
                return;
            }
            try {
                transactions.commit();
                tally.keep();
            } catch (SQLException e) {
                throw new ScriptFailedException(null, e);
            }
        }

        private ExecutedMigration finished(MigrationStep step, StepProgress progress, long start) {
            Migration migration = step.script().migration();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new MigrationEvent.MigrationFinished(
                    step.direction(), migration, step.body().file(), progress.ran(), took));
            return new ExecutedMigration(migration, progress.ran(), took);
        }

        /** What became of the step, if it failed because its connection was lost. */
        private Optional<LostStep.Outcome> lost(MigrationStep step, ScriptFailedException failure, boolean journaled) {
            return SqlCause.of(failure)
                    .filter(aftermath::isLoss)
                    .map(e -> new LostStep(step, engine.store(), journal).look(failure, journaled, aftermath));
        }

        private MigrationFailedException failed(
                MigrationStep step,
                ScriptFailedException failure,
                StepProgress progress,
                Optional<StepJournal> kept,
                Optional<LostStep.Outcome> lost) {
            Optional<String> advice = SqlCause.of(failure).flatMap(e -> database.advice(connection, e));
            return new StepFailure(dialect.get(), redaction, runSession, watch, connection)
                    .explain(step, failure, progress, kept, lost, advice, tally.soFar());
        }

        /** Whether no more of the migration is done than before this run. */
        private static boolean isAsBefore(MigrationFailedException failed, Resumption resumption) {
            return failed.databaseState() == DatabaseState.UNCHANGED
                    || (failed.databaseState() == DatabaseState.PARTIAL
                            && resumption.again()
                            && failed.statement().applied() < resumption.from());
        }

        /** A migration of which nothing stayed can be tried again when all that failed was the wait for a lock. */
        private void retryOrGiveUp(
                MigrationStep step,
                Resumption resumption,
                int attempt,
                ScriptFailedException failure,
                MigrationFailedException failed) {
            boolean again = !tally.plan().whole()
                    && attempt <= retries.most()
                    && isAsBefore(failed, resumption)
                    && runSession.metALock(failure.getCause());
            Duration pause = retries.pauseBefore(attempt + 1);
            if (again) {
                listener.on(new MigrationEvent.MigrationRetried(
                        step.script().migration(),
                        step.body().file(),
                        attempt + 1,
                        retries.most() + 1,
                        pause,
                        failed.blockers()));
            }
            if (!again || !Retries.waited(pause)) {
                listener.on(new MigrationEvent.MigrationFailed(
                        step.direction(), step.script().migration(), step.body().file(), failed.statement()));
                throw failed;
            }
        }
    }

    private boolean isJournaled(MigrationStep step) {
        return !step.transactional() || !dialect.get().transactionalDdl();
    }

    /** The history must now say what the plan said; an engine that did not record its work is told on. */
    private void verify(RunPlan plan, List<AppliedMigration> history) {
        Set<MigrationIdentity> inEffect = new HashSet<>();
        history.stream().filter(AppliedMigration::inEffect).forEach(a -> inEffect.add(MigrationIdentity.of(a)));
        for (MigrationStep step : plan.steps()) {
            Migration migration = step.script().migration();
            if (inEffect.contains(MigrationIdentity.of(migration)) != (step.direction() == Direction.UP)) {
                throw new EngineFailureException(
                        engineId,
                        DatabaseState.UNKNOWN,
                        migration.script() + " ran, but the history does not show it",
                        null);
            }
        }
    }
}
