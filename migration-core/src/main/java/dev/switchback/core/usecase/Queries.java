package dev.switchback.core.usecase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import java.util.ArrayList;
import java.util.List;

/** Everything that only looks. */
final class Queries {

    private final Workspace workspace;
    private final EngineInfo engine;
    private final String historyTable;

    Queries(Workspace workspace, EngineInfo engine, String historyTable) {
        this.workspace = workspace;
        this.engine = engine;
        this.historyTable = historyTable;
    }

    StatusReport status() {
        Offer offer = workspace.offer();
        Reconciliation state = workspace.look(offer);
        return new StatusReport(
                workspace.databaseInfo(),
                engine,
                historyTable,
                state.current(),
                state.head(),
                state.statuses(),
                problems(state),
                RunCommand.warnings(state));
    }

    List<AppliedMigration> history() {
        return workspace.look(workspace.offer()).history();
    }

    CheckReport check() {
        Offer offer = workspace.offer();
        Reconciliation state = workspace.look(offer);
        List<Problem> problems = new ArrayList<>(problems(state));
        List<MigrationStatus> pending =
                state.statuses().stream().filter(s -> s.state().pending()).toList();
        problems.addAll(unrunnable(offer, pending));
        return new CheckReport(
                problems, pending, state.current(), offer.migrations().size(), RunCommand.warnings(state));
    }

    /** What would stop the pending migrations before their first statement. */
    private List<Problem> unrunnable(Offer offer, List<MigrationStatus> pending) {
        ScriptInspector inspector = new ScriptInspector(workspace.dialect().sql());
        List<String> scripts = pending.stream().map(MigrationStatus::script).toList();
        List<Problem> problems = new ArrayList<>();
        offer.migrations().stream().filter(m -> scripts.contains(m.script())).forEach(m -> {
            problems.addAll(inspector.inspect(m.up()).problems());
            m.down().ifPresent(down -> problems.addAll(inspector.inspect(down).problems()));
        });
        return problems;
    }

    MigrationPlan plan(Direction direction, Target target) {
        Offer offer = workspace.soundOffer();
        Reconciliation state = workspace.look(offer);
        RunPlan plan = direction == Direction.UP
                ? workspace.planner().up(state, target)
                : workspace.planner().down(state, target);
        SqlDialect dialect = workspace.dialect().sql();
        return new MigrationPlan(
                direction,
                plan.from(),
                plan.to(),
                plan.steps().stream().map(step -> planned(step, dialect)).toList(),
                RunCommand.warnings(state));
    }

    private static PlannedMigration planned(MigrationStep step, SqlDialect dialect) {
        List<PlannedStatement> statements =
                SqlSplitter.of(dialect).split(step.body().sql(), step.body().file()).stream()
                        .map(s -> new PlannedStatement(s.index(), s.line(), s.sql()))
                        .toList();
        return new PlannedMigration(step.script().migration(), step.body().file(), step.transactional(), statements);
    }

    private static List<Problem> problems(Reconciliation state) {
        List<Problem> problems = new ArrayList<>(state.offer().problems());
        problems.addAll(state.problems());
        return problems;
    }
}
