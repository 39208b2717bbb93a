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
import dev.switchback.core.port.Engine;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.core.port.MigrationSession;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.ScriptFailedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Carries out a plan, migration by migration. The caller holds the lock. */
final class RunExecutor {

    private final Engine engine;
    private final String engineId;
    private final Supplier<Dialect> dialect;
    private final Journal journal;
    private final Redaction redaction;
    private final MigrationListener listener;

    RunExecutor(
            Engine engine,
            String engineId,
            Supplier<Dialect> dialect,
            Journal journal,
            Redaction redaction,
            MigrationListener listener) {
        this.engine = engine;
        this.engineId = engineId;
        this.dialect = dialect;
        this.journal = journal;
        this.redaction = redaction;
        this.listener = listener;
    }

    RunResult execute(RunPlan plan, Connection connection, MigrationLock.Held held, long start, List<String> warnings)
            throws SQLException {
        List<MigrationStep> steps = plan.steps();
        List<Migration> migrations =
                steps.stream().map(s -> s.script().migration()).toList();
        listener.on(new MigrationEvent.RunStarted(plan.direction(), plan.from(), migrations));
        engine.store().create(connection);
        if (steps.stream().anyMatch(this::isJournaled)) {
            journal.create(connection);
        }
        List<ExecutedMigration> executed = new ArrayList<>();
        try (MigrationSession session = engine.runner().begin(connection)) {
            for (int i = 0; i < steps.size(); i++) {
                held.ensureHeld();
                MigrationStep step = steps.get(i);
                listener.on(new MigrationEvent.MigrationStarted(
                        step.direction(), step.script().migration(), step.body().file(), i + 1, steps.size()));
                executed.add(execute(
                        step,
                        session,
                        connection,
                        () -> result(plan, executed, reached(plan, executed), start, warnings)));
            }
        }
        verify(plan, engine.store().read(connection));
        return result(plan, executed, plan.to(), start, warnings);
    }

    private ExecutedMigration execute(
            MigrationStep step, MigrationSession session, Connection connection, Supplier<RunResult> soFar)
            throws SQLException {
        long start = System.nanoTime();
        Optional<Journal> journaled = isJournaled(step) ? Optional.of(journal) : Optional.empty();
        StepProgress progress = new StepProgress(
                step, listener, connection, journaled, redaction, dialect.get().sql());
        Migration migration = step.script().migration();
        try {
            session.execute(step, progress);
        } catch (ScriptFailedException e) {
            MigrationFailedException failed = new StepFailure(dialect.get(), journal, redaction)
                    .explain(step, e, progress, connection, soFar.get());
            listener.on(new MigrationEvent.MigrationFailed(
                    step.direction(), migration, step.body().file(), failed.statement()));
            throw failed;
        }
        if (progress.noted()) {
            journal.remove(connection, migration.script());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        listener.on(new MigrationEvent.MigrationFinished(
                step.direction(), migration, step.body().file(), progress.finished(), took));
        return new ExecutedMigration(migration, progress.finished(), took);
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
