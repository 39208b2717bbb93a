package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.MigrationPlanner;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.MigrationFiles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Upgrade and downgrade: look, lock, look again, verify, plan, run, look a last time. */
final class RunCommand {

    private final Workspace workspace;
    private final Database database;
    private final Locking locking;
    private final RunExecutor executor;
    private final MigrationFiles files;
    private final EngineInfo engine;
    private final MigrationListener listener;

    RunCommand(
            Workspace workspace,
            Database database,
            Locking locking,
            RunExecutor executor,
            MigrationFiles files,
            EngineInfo engine,
            MigrationListener listener) {
        this.workspace = workspace;
        this.database = database;
        this.locking = locking;
        this.executor = executor;
        this.files = files;
        this.engine = engine;
        this.listener = listener;
    }

    RunResult run(Direction direction, Target target) {
        return run(direction, (planner, state) -> plan(planner, direction, state, target));
    }

    /** Runs the plan that was seen, and no other one. */
    RunResult execute(PlanReference seen) {
        return run(seen.direction(), (planner, state) -> {
            RunPlan plan = plan(planner, seen.direction(), state, seen.target());
            PlanFingerprint.require(seen.fingerprint(), engine, state, plan);
            return plan;
        });
    }

    private RunResult run(Direction direction, BiFunction<MigrationPlanner, Reconciliation, RunPlan> plans) {
        long start = System.nanoTime();
        Offer offer = workspace.soundOffer();
        MigrationPlanner migrations = workspace.planner();
        Function<Reconciliation, RunPlan> planner = state -> plans.apply(migrations, state);
        Optional<Reconciliation> seen = workspace.glance(offer);
        // a problem may be no more than another process in the middle of its run, so it is judged under the lock
        if (seen.isPresent() && (seen.get().problems().isEmpty() || !database.exists())) {
            RunPlan plan = planner.apply(seen.get());
            if (plan.steps().isEmpty() && !locking.keepsTheEngineOut()) {
                return nothingToDo(plan, seen.get(), start);
            }
        }
        Bystander bystander = new Bystander(
                direction,
                seen,
                () -> workspace.glance(offer),
                state -> state.problems().isEmpty()
                        && planner.apply(state).steps().isEmpty());
        return locking.locked(bystander, turn -> inTurn(turn, offer, planner, bystander, start))
                .orElseGet(() -> {
                    Reconciliation state = bystander.finished().orElseThrow();
                    return told(nothingToDo(planner.apply(state), state, start), bystander, state);
                });
    }

    private RunResult inTurn(
            Turn turn, Offer offer, Function<Reconciliation, RunPlan> planner, Bystander bystander, long start)
            throws SQLException {
        Reconciliation state = workspace.reconcile(turn.connection(), offer);
        RunPlan plan = planner.apply(state);
        if (!plan.steps().isEmpty() && turn.canBeDisturbed()) {
            // before anything is written
            executor.requireRights(plan, turn.connection());
            turn.shutOut();
            state = workspace.reconcile(turn.connection(), offer);
            plan = planner.apply(state);
        }
        if (plan.steps().isEmpty()) {
            locking.letTheEngineIn(turn);
            return told(nothingToDo(plan, state, start), bystander, state);
        }
        Optional<Meanwhile> meanwhile = tell(bystander, state);
        RunResult result = pin(
                        plan, executor.execute(plan, turn.connection(), turn.held(), start, warnings(state, plan)))
                .after(meanwhile);
        listener.on(new MigrationEvent.RunFinished(result));
        return result;
    }

    private RunResult told(RunResult result, Bystander bystander, Reconciliation state) {
        return result.after(tell(bystander, state));
    }

    private Optional<Meanwhile> tell(Bystander bystander, Reconciliation state) {
        Optional<Meanwhile> meanwhile = bystander.meanwhile(state);
        meanwhile.ifPresent(m -> listener.on(new MigrationEvent.DoneMeanwhile(m)));
        return meanwhile;
    }

    AutoUpgradeResult autoUpgrade() {
        Optional<Reconciliation> seen = workspace.glance(workspace.offer());
        if (seen.isPresent() && upToDate(seen.get()) && !locking.keepsTheEngineOut()) {
            return new AutoUpgradeResult(0, Optional.empty());
        }
        // problems are judged by the upgrade, under the lock
        RunResult result = run(Direction.UP, Target.head());
        return new AutoUpgradeResult(
                seen.map(RunCommand::pending).orElse(result.executed().size()), Optional.of(result));
    }

    private static boolean upToDate(Reconciliation state) {
        return state.offer().problems().isEmpty() && state.problems().isEmpty() && pending(state) == 0;
    }

    private static int pending(Reconciliation state) {
        return (int) state.statuses().stream().filter(s -> s.state().pending()).count();
    }

    /** What has run is no draft any more: from now on an edit of it is noticed. */
    private RunResult pin(RunPlan plan, RunResult result) {
        List<String> notices = files.pin(plan.steps().stream()
                .map(MigrationStep::body)
                .map(SqlScript::file)
                .toList());
        if (notices.isEmpty()) {
            return result;
        }
        List<String> warnings = new ArrayList<>(result.warnings());
        warnings.addAll(notices);
        return new RunResult(
                result.direction(), result.from(), result.to(), result.executed(), result.duration(), warnings);
    }

    private static RunPlan plan(MigrationPlanner planner, Direction direction, Reconciliation state, Target target) {
        return direction == Direction.UP ? planner.up(state, target) : planner.down(state, target);
    }

    private static RunResult nothingToDo(RunPlan plan, Reconciliation state, long start) {
        return new RunResult(
                plan.direction(),
                plan.from(),
                plan.from(),
                List.of(),
                Duration.ofNanos(System.nanoTime() - start),
                warnings(state, plan));
    }

    static List<String> warnings(Reconciliation state, RunPlan plan) {
        List<String> warnings = new ArrayList<>(state.allWarnings());
        warnings.addAll(plan.warnings());
        return warnings;
    }
}
