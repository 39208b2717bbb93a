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

    private final Engine engine;
    private final String engineId;
    private final Database database;
    private final Journal journal;
    private final Redaction redaction;
    private final MigrationListener listener;

    RunExecutor(
            Engine engine,
            String engineId,
            Database database,
            Journal journal,
            Redaction redaction,
            MigrationListener listener) {
        this.engine = engine;
        this.engineId = engineId;
        this.database = database;
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
        if (steps.stream().anyMatch(this::isJournaled)) {
            journal.create(connection);
        }
        engine.store().create(connection);
        Aftermath aftermath = database.aftermath(connection);
        List<ExecutedMigration> executed = new ArrayList<>();
        try (MigrationSession session = engine.runner().begin(connection)) {
            for (int i = 0; i < steps.size(); i++) {
                held.ensureHeld();
                MigrationStep step = steps.get(i);
                listener.on(new MigrationEvent.MigrationStarted(
                        step.direction(), step.script().migration(), step.body().file(), i + 1, steps.size()));
                execute(
                        step,
                        session,
                        connection,
                        aftermath,
                        executed,
                        () -> result(plan, executed, reached(plan, executed), start, warnings));
            }
            verify(plan, engine.store().read(connection));
        } catch (SQLException e) {
            if (executed.isEmpty()) {
                throw e;
            }
            throw database.interrupted(e, result(plan, executed, reached(plan, executed), start, warnings));
        }
        return result(plan, executed, plan.to(), start, warnings);
    }

    /** A migration that cannot be recorded must not run. */
    private void requireRights(RunPlan plan, Connection connection) throws SQLException {
        if (engine.store().exists(connection)) {
            Set<HistoryRight> rights = EnumSet.noneOf(HistoryRight.class);
            plan.steps().forEach(step -> rights.addAll(engine.store().rights(step)));
            database.requireRights(connection, rights);
        } else {
            database.requireCreation(connection);
        }
    }

    private void execute(
            MigrationStep step,
            MigrationSession session,
            Connection connection,
            Aftermath aftermath,
            List<ExecutedMigration> executed,
            Supplier<RunResult> soFar)
            throws SQLException {
        long start = System.nanoTime();
        Optional<Journal> journaled = isJournaled(step) ? Optional.of(journal) : Optional.empty();
        StepProgress progress = new StepProgress(
                step,
                listener,
                connection,
                journaled,
                redaction,
                database.dialect().sql());
        try {
            session.execute(step, progress);
        } catch (ScriptFailedException e) {
            Optional<LostStep.Outcome> lost = lost(step, e, progress, aftermath);
            if (lost.isPresent() && lost.get().recorded()) {
                executed.add(finished(step, progress, start));
                throw database.interrupted(SqlCause.of(e).orElseThrow(), soFar.get());
            }
            throw failed(step, e, progress, connection, lost, soFar.get());
        }
        if (progress.noted()) {
            journal.remove(connection, step.script().script());
        }
        executed.add(finished(step, progress, start));
    }

    /** What became of the step, if it failed because its connection was lost. */
    private Optional<LostStep.Outcome> lost(
            MigrationStep step, ScriptFailedException failure, StepProgress progress, Aftermath aftermath) {
        return SqlCause.of(failure)
                .filter(aftermath::isLoss)
                .map(e -> new LostStep(step, engine.store(), journal)
                        .look(failure, isJournaled(step), progress.commitsByItself(), aftermath));
    }

    private MigrationFailedException failed(
            MigrationStep step,
            ScriptFailedException failure,
            StepProgress progress,
            Connection connection,
            Optional<LostStep.Outcome> lost,
            RunResult soFar) {
        Optional<String> advice = SqlCause.of(failure).flatMap(e -> database.advice(connection, e));
        MigrationFailedException failed = new StepFailure(database.dialect(), journal, redaction)
                .explain(step, failure, progress, connection, lost, advice, soFar);
        listener.on(new MigrationEvent.MigrationFailed(
                step.direction(), step.script().migration(), step.body().file(), failed.statement()));
        return failed;
    }

    private ExecutedMigration finished(MigrationStep step, StepProgress progress, long start) {
        Migration migration = step.script().migration();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listener.on(new MigrationEvent.MigrationFinished(
                step.direction(), migration, step.body().file(), progress.finished(), took));
        return new ExecutedMigration(migration, progress.finished(), took);
    }

    private boolean isJournaled(MigrationStep step) {
        return !step.transactional() || !database.dialect().transactionalDdl();
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
