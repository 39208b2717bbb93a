package dev.switchback.core.usecase;

import dev.switchback.api.error.DatabaseState;
import dev.switchback.api.error.EngineFailureException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationStep;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
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

    RunExecutor(
            Database database,
            Engine engine,
            String engineId,
            Retries retries,
            Journal journal,
            Redaction redaction,
            MigrationListener listener) {
        this.database = database;
        this.engine = engine;
        this.engineId = engineId;
        this.dialect = database::dialect;
        this.retries = retries;
        this.journal = journal;
        this.redaction = redaction;
        this.listener = listener;
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
        if (steps.stream().anyMatch(this::isJournaled)) {
            journal.create(connection);
        }
        engine.store().create(connection);
        Aftermath aftermath = database.aftermath(connection);
        List<ExecutedMigration> executed = new ArrayList<>();
        try (BlockerWatch watch = new BlockerWatch(runSession, retries.lockTimeout(), listener, redaction);
                MigrationSession session = engine.runner().begin(connection)) {
            StepRun run = new StepRun(session, runSession, watch, connection, held, aftermath, executed);
            for (int i = 0; i < steps.size(); i++) {
                MigrationStep step = steps.get(i);
                listener.on(new MigrationEvent.MigrationStarted(
                        step.direction(), step.script().migration(), step.body().file(), i + 1, steps.size()));
                run.execute(step, () -> result(plan, executed, reached(plan, executed), start, warnings));
            }
            runSession.prepare(true);
            verify(plan, database.look(connection, engine.store()::read));
        } catch (SQLException e) {
            if (executed.isEmpty()) {
                throw e;
            }
            throw database.interrupted(e, result(plan, executed, reached(plan, executed), start, warnings));
        }
        return result(plan, executed, plan.to(), start, warnings);
    }

    /** A migration that cannot be recorded must not run. */
    void requireRights(RunPlan plan, Connection connection) throws SQLException {
        Set<HistoryRight> rights = EnumSet.noneOf(HistoryRight.class);
        plan.steps().forEach(step -> rights.addAll(engine.store().rights(step)));
        boolean exists = database.look(connection, c -> {
            if (engine.store().exists(c)) {
                database.requireRights(c, rights);
                return true;
            }
            return false;
        });
        if (!exists) {
            database.requireCreation(connection);
        }
    }

    /** What the steps of one run share. */
    private final class StepRun {
        private final MigrationSession session;
        private final RunSession runSession;
        private final BlockerWatch watch;
        private final Connection connection;
        private final MigrationLock.Held held;
        private final Aftermath aftermath;
        private final List<ExecutedMigration> executed;

        StepRun(
                MigrationSession session,
                RunSession runSession,
                BlockerWatch watch,
                Connection connection,
                MigrationLock.Held held,
                Aftermath aftermath,
                List<ExecutedMigration> executed) {
            this.session = session;
            this.runSession = runSession;
            this.watch = watch;
            this.connection = connection;
            this.held = held;
            this.aftermath = aftermath;
            this.executed = executed;
        }

        void execute(MigrationStep step, Supplier<RunResult> soFar) throws SQLException {
            if (!step.transactional()) {
                new IndexRemains(dialect.get().sql()).refuse(step, runSession.invalidIndexes());
            }
            boolean done = false;
            for (int attempt = 1; !done; attempt++) {
                held.ensureHeld();
                runSession.prepare(step.transactional());
                done = attempt(step, attempt, soFar);
            }
        }

        /** Whether the step ended well; if not, it is to be tried again. */
        private boolean attempt(MigrationStep step, int attempt, Supplier<RunResult> soFar) throws SQLException {
            long start = System.nanoTime();
            StepProgress progress = progress(step);
            try {
                session.execute(
                        step, new WatchedStatements(progress, watch, step.body().file()));
            } catch (ScriptFailedException e) {
                watch.ended();
                Optional<LostStep.Outcome> lost = lost(step, e, progress);
                if (lost.isPresent() && lost.get().recorded()) {
                    executed.add(finished(step, progress, start));
                    throw database.interrupted(SqlCause.of(e).orElseThrow(), soFar.get());
                }
                retryOrGiveUp(step, attempt, e, failed(step, e, progress, lost, soFar.get()));
                return false;
            }
            if (progress.noted()) {
                journal.remove(connection, step.script().script());
            }
            executed.add(finished(step, progress, start));
            return true;
        }

        private StepProgress progress(MigrationStep step) {
            Optional<Journal> journaled = isJournaled(step) ? Optional.of(journal) : Optional.empty();
            return new StepProgress(
                    step,
                    listener,
                    connection,
                    journaled,
                    redaction,
                    dialect.get().sql());
        }

        private ExecutedMigration finished(MigrationStep step, StepProgress progress, long start) {
            Migration migration = step.script().migration();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new MigrationEvent.MigrationFinished(
                    step.direction(), migration, step.body().file(), progress.finished(), took));
            return new ExecutedMigration(migration, progress.finished(), took);
        }

        /** What became of the step, if it failed because its connection was lost. */
        private Optional<LostStep.Outcome> lost(
                MigrationStep step, ScriptFailedException failure, StepProgress progress) {
            return SqlCause.of(failure)
                    .filter(aftermath::isLoss)
                    .map(e -> new LostStep(step, engine.store(), journal)
                            .look(failure, isJournaled(step), progress.commitsByItself(), aftermath));
        }

        private MigrationFailedException failed(
                MigrationStep step,
                ScriptFailedException failure,
                StepProgress progress,
                Optional<LostStep.Outcome> lost,
                RunResult soFar) {
            Optional<String> advice = SqlCause.of(failure).flatMap(e -> database.advice(connection, e));
            return new StepFailure(dialect.get(), journal, redaction, runSession, watch)
                    .explain(step, failure, progress, connection, lost, advice, soFar);
        }

        /** A migration of which nothing stayed can be tried again when all that failed was the wait for a lock. */
        private void retryOrGiveUp(
                MigrationStep step, int attempt, ScriptFailedException failure, MigrationFailedException failed) {
            boolean again = attempt <= retries.most()
                    && failed.databaseState() == DatabaseState.UNCHANGED
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

    /** The version in effect after what has run so far. */
    private static Optional<MigrationVersion> reached(RunPlan plan, List<ExecutedMigration> executed) {
        Optional<MigrationVersion> last = executed.isEmpty()
                ? Optional.empty()
                : executed.get(executed.size() - 1).migration().version();
        if (last.isEmpty()) {
            return plan.from();
        }
        if (plan.direction() == Direction.UP) {
            return plan.from().filter(from -> from.isAfter(last.get())).or(() -> last);
        }
        // the version below the one reverted last
        return plan.steps().stream()
                .flatMap(s -> s.script().migration().version().stream())
                .filter(v -> last.get().isAfter(v))
                .max(MigrationVersion::compareTo)
                .or(plan::to);
    }

    private static RunResult result(
            RunPlan plan,
            List<ExecutedMigration> executed,
            Optional<MigrationVersion> to,
            long start,
            List<String> warnings) {
        return new RunResult(
                plan.direction(), plan.from(), to, executed, Duration.ofNanos(System.nanoTime() - start), warnings);
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
