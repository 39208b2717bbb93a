package dev.switchback.core.domain;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.IrreversibleMigrationException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides what a run does: which migrations, in which order, in a transaction or not. Everything that would stop the run
 * later is found here, before the first statement. Pure; linear but for sorting.
 */
public final class MigrationPlanner {

    private final Function<SqlScript, ScriptFacts> inspect;
    private final TransactionRule transactions;

    /**
     * Creates a planner.
     *
     * @param inspect looks into a script without running it
     * @param transactions what a run promises about transactions
     */
    public MigrationPlanner(Function<SqlScript, ScriptFacts> inspect, TransactionRule transactions) {
        this.inspect = inspect;
        this.transactions = transactions;
    }

    /**
     * Plans an upgrade.
     *
     * @param state files and history
     * @param target where to end
     * @return the plan; without steps if there is nothing to do
     */
    public RunPlan up(Reconciliation state, Target target) {
        refuse(state.problems());
        Optional<MigrationVersion> end = new TargetResolver(state).up(target);
        List<MigrationStatus> chosen = new ArrayList<>();
        boolean versionedLeft = false;
        for (MigrationStatus status : state.statuses()) {
            if (status.state() == MigrationState.PENDING && status.version().isPresent()) {
                boolean wanted = end.isPresent() && !status.version().get().isAfter(end.get());
                versionedLeft |= !wanted;
                if (wanted) {
                    chosen.add(status);
                }
            }
        }
        if (!versionedLeft) {
            state.statuses().stream()
                    .filter(s -> s.version().isEmpty() && s.state().pending())
                    .forEach(chosen::add);
        }
        return plan(Direction.UP, state, chosen, end);
    }

    /**
     * Plans a downgrade.
     *
     * @param state files and history
     * @param target where to end
     * @return the plan; without steps if there is nothing to do
     */
    public RunPlan down(Reconciliation state, Target target) {
        // an edited or a pending file does not stand in the way of going back; an unfinished migration does
        refuse(state.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.FAILED || p.kind() == Problem.Kind.FOREIGN_HISTORY)
                .toList());
        Optional<MigrationVersion> end = new TargetResolver(state).down(target);
        List<MigrationStatus> chosen = new ArrayList<>();
        for (MigrationStatus status : state.statuses()) {
            if (TargetResolver.revertible(status)
                    && (end.isEmpty() || status.version().orElseThrow().isAfter(end.get()))) {
                chosen.add(0, status);
            }
        }
        refuseBelowFloor(state, end);
        refuseIrreversible(state, chosen);
        return plan(Direction.DOWN, state, chosen, end);
    }

    /**
     * Plans the rest of a migration that failed half-way. Other problems do not stand in its way.
     *
     * @param state files and history
     * @param script the migration
     * @param direction which way it was going
     * @param recorded the engine's own row of it, if there is one
     * @return a plan of one step
     */
    public RunPlan resume(
            Reconciliation state, MigrationScript script, Direction direction, Optional<AppliedMigration> recorded) {
        SqlScript body = direction == Direction.UP ? script.up() : script.down().orElseThrow();
        ScriptFacts facts = inspect.apply(body);
        if (!facts.problems().isEmpty()) {
            throw new InvalidMigrationSourceException(facts.problems());
        }
        List<AppliedMigration> forget = direction == Direction.DOWN ? repeatables(state) : List.of();
        List<MigrationStep> steps = List.of(step(direction, state, script, recorded, forget, facts));
        Optional<MigrationVersion> from = state.current();
        return new RunPlan(direction, from, end(direction, from, from, steps), steps, false, facts.warnings());
    }

    private RunPlan plan(
            Direction direction, Reconciliation state, List<MigrationStatus> chosen, Optional<MigrationVersion> end) {
        Map<String, MigrationScript> scripts = scripts(state);
        List<AppliedMigration> repeatables = repeatables(state);
        List<MigrationStep> steps = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (MigrationStatus status : chosen) {
            MigrationScript script = scripts.get(status.script());
            if (script == null) {
                throw new IllegalStateException("planned " + status.script() + " without its file");
            }
            SqlScript body =
                    direction == Direction.UP ? script.up() : script.down().orElseThrow();
            ScriptFacts facts = inspect.apply(body);
            problems.addAll(facts.problems());
            warnings.addAll(facts.warnings());
            List<AppliedMigration> forget = direction == Direction.DOWN && steps.isEmpty() ? repeatables : List.of();
            steps.add(step(direction, state, script, status.applied(), forget, facts));
        }
        if (!problems.isEmpty()) {
            throw new InvalidMigrationSourceException(problems);
        }
        transactions.require(steps);
        Optional<MigrationVersion> from = state.current();
        Optional<MigrationVersion> to = steps.isEmpty() ? from : end(direction, from, end, steps);
        return new RunPlan(direction, from, to, steps, transactions.whole(), warnings);
    }

    private static MigrationStep step(
            Direction direction,
            Reconciliation state,
            MigrationScript script,
            Optional<AppliedMigration> applied,
            List<AppliedMigration> forget,
            ScriptFacts facts) {
        return new MigrationStep(
                direction,
                script,
                applied,
                forget,
                superseded(state, script),
                facts.transactional(),
                facts.statements());
    }

    private static List<AppliedMigration> repeatables(Reconciliation state) {
        return state.history().stream()
                .filter(a -> a.kind() == MigrationKind.REPEATABLE && a.inEffect())
                .toList();
    }

    private static Optional<MigrationVersion> end(
            Direction direction,
            Optional<MigrationVersion> from,
            Optional<MigrationVersion> target,
            List<MigrationStep> steps) {
        if (direction == Direction.DOWN) {
            return target;
        }
        Optional<MigrationVersion> highest = steps.stream()
                .flatMap(s -> s.script().migration().version().stream())
                .max(MigrationVersion::compareTo);
        return from.isPresent() && (highest.isEmpty() || from.get().isAfter(highest.get())) ? from : highest;
    }

    private static List<MigrationScript> superseded(Reconciliation state, MigrationScript script) {
        if (script.kind() != MigrationKind.BASELINE) {
            return List.of();
        }
        MigrationVersion baseline = script.migration().version().orElseThrow();
        return state.offer().migrations().stream()
                .filter(m -> m.kind() == MigrationKind.VERSIONED)
                .filter(m -> !m.migration().version().orElseThrow().isAfter(baseline))
                .toList();
    }

    private static Map<String, MigrationScript> scripts(Reconciliation state) {
        Map<String, MigrationScript> scripts = new HashMap<>();
        state.offer().migrations().forEach(m -> scripts.put(m.script(), m));
        return scripts;
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new HistoryMismatchException(problems);
        }
    }

    private static void refuseBelowFloor(Reconciliation state, Optional<MigrationVersion> end) {
        Optional<MigrationVersion> floor = state.floor();
        if (floor.isPresent() && (end.isEmpty() || floor.get().isAfter(end.get()))) {
            throw new IrreversibleMigrationException(
                    List.of(floor.get() + " is a baseline: what lies below it is not known"),
                    "end at the baseline: switchback downgrade " + floor.get());
        }
    }

    private static void refuseIrreversible(Reconciliation state, List<MigrationStatus> chosen) {
        Map<String, MigrationScript> scripts = scripts(state);
        List<String> reasons = new ArrayList<>();
        boolean gone = false;
        for (MigrationStatus status : chosen) {
            MigrationScript script = scripts.get(status.script());
            if (script == null) {
                gone = true;
                reasons.add(status.script() + " (its file is gone)");
            } else if (script.irreversible().isPresent()) {
                reasons.add(status.script() + " (" + script.irreversible().get() + ")");
            } else if (script.down().isEmpty()) {
                reasons.add(status.script() + " (no down script)");
            }
        }
        if (gone) {
            throw new IrreversibleMigrationException(
                    reasons,
                    "bring back the file and its down script, from the branch or the build that has them, or choose a"
                            + " nearer target");
        }
        if (!reasons.isEmpty()) {
            throw new IrreversibleMigrationException(reasons);
        }
    }
}
