package dev.switchback.core.usecase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.port.Database;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.StatementClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that only looks. */
final class Queries {

    private final Workspace workspace;
    private final Database database;
    private final EngineInfo engine;
    private final String historyTable;

    Queries(Workspace workspace, Database database, EngineInfo engine, String historyTable) {
        this.workspace = workspace;
        this.database = database;
        this.engine = engine;
        this.historyTable = historyTable;
    }

    StatusReport status() {
        Offer offer = workspace.offer();
        if (!database.exists()) {
            return report(database.info(), workspace.look(offer));
        }
        // one connection for all: to open a file of H2 costs more than to read it
        return database.read(connection -> report(database.info(connection), workspace.reconcile(connection, offer)));
    }

    private StatusReport report(DatabaseInfo info, Reconciliation state) {
        return new StatusReport(
                info,
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
        ScriptInspector inspector = new ScriptInspector(database.dialect().sql());
        Set<String> scripts = pending.stream().map(MigrationStatus::script).collect(Collectors.toSet());
        Set<String> told = offer.problems().stream().map(Problem::script).collect(Collectors.toSet());
        return offer.migrations().stream()
                .filter(m -> scripts.contains(m.script()))
                .flatMap(m -> Stream.concat(Stream.of(m.up()), m.down().stream()))
                .filter(script -> !told.contains(script.file()))
                .flatMap(script -> inspector.inspect(script).problems().stream())
                .toList();
    }

    MigrationPlan plan(Direction direction, Target target) {
        Offer offer = workspace.soundOffer();
        Reconciliation state = workspace.look(offer);
        RunPlan plan = direction == Direction.UP
                ? workspace.planner().up(state, target)
                : workspace.planner().down(state, target);
        Dialect dialect = database.dialect();
        return new MigrationPlan(
                direction,
                plan.from(),
                plan.to(),
                plan.steps().stream().map(step -> planned(step, dialect)).toList(),
                RunCommand.warnings(state));
    }

    private static PlannedMigration planned(MigrationStep step, Dialect dialect) {
        List<SqlStatement> statements = SqlSplitter.of(dialect.sql())
                .split(step.body().sql(), step.body().file());
        StatementClassifier classifier = StatementClassifier.of(dialect.sql());
        boolean atomic = step.transactional()
                && (dialect.transactionalDdl()
                        || statements.stream()
                                .noneMatch(s -> classifier.classify(s).isDdl()));
        return new PlannedMigration(
                step.script().migration(),
                step.body().file(),
                atomic,
                statements.stream()
                        .map(s -> new PlannedStatement(s.index(), s.line(), s.sql()))
                        .toList());
    }

    private static List<Problem> problems(Reconciliation state) {
        List<Problem> problems = new ArrayList<>(state.offer().problems());
        problems.addAll(state.problems());
        return problems;
    }
}
