package dev.switchback.core.usecase;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.MigrationVersion;
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
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.sql.ClientScript;
import dev.switchback.core.sql.CopyData;
import dev.switchback.core.sql.ImplicitCommit;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import dev.switchback.core.sql.StatementClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that only looks. */
final class Queries {

    private final Workspace workspace;
    private final Database database;
    private final EngineInfo engine;
    private final String historyTable;
    private final Redaction redaction;

    Queries(Workspace workspace, Database database, EngineInfo engine, String historyTable, Redaction redaction) {
        this.workspace = workspace;
        this.database = database;
        this.engine = engine;
        this.historyTable = historyTable;
        this.redaction = redaction;
    }

    /**
     * What an upgrade would refuse is told here too: the scripts that are pending are looked into, and only those. Not those
     * that are yet to be made into SQL, for which the engine would be loaded: that is for {@link #check()}.
     */
    StatusReport status() {
        Offer offer = workspace.offer();
        if (!database.exists()) {
            return report(database.info(), workspace.look(offer));
        }
        // one connection for all: to open a file of H2 costs more than to read it
        StatusReport report = database.read(connection -> report(
                database.info(connection).readOnly(database.isReadOnly(connection)),
                workspace.reconcile(connection, offer)));
        // asks on another connection, which a pool of one has not while the first is not given back
        return hasFailed(report.problems()) ? new Underway(database).judge(report) : report;
    }

    private static boolean hasFailed(List<Problem> problems) {
        for (Problem problem : problems) {
            if (problem.kind() == Problem.Kind.FAILED) {
                return true;
            }
        }
        return false;
    }

    private StatusReport report(DatabaseInfo info, Reconciliation state) {
        List<Problem> problems = new ArrayList<>(state.allProblems());
        for (ScriptFacts facts : inspected(state.offer(), pending(state), false)) {
            problems.addAll(facts.problems());
        }
        return new StatusReport(
                info,
                engine,
                historyTable,
                state.current(),
                state.head(),
                state.statuses(),
                problems,
                state.allWarnings());
    }

    List<AppliedMigration> history() {
        return workspace.look(workspace.offer()).history();
    }

    CheckReport check() {
        Offer offer = workspace.offer();
        Reconciliation state = workspace.look(offer);
        List<Problem> found = state.allProblems();
        List<Problem> problems = new ArrayList<>(hasFailed(found) ? new Underway(database).judge(found) : found);
        List<MigrationStatus> pending = pending(state);
        List<String> warnings = new ArrayList<>(state.allWarnings());
        for (ScriptFacts facts : inspected(offer, pending, true)) {
            // a changelog can have the same one in both directions
            facts.problems().stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problems::add);
            warnings.addAll(facts.warnings());
        }
        return new CheckReport(
                problems, pending, state.current(), offer.migrations().size(), warnings);
    }

    private static List<MigrationStatus> pending(Reconciliation state) {
        List<MigrationStatus> pending = new ArrayList<>();
        for (MigrationStatus status : state.statuses()) {
            if (status.state().pending()) {
                pending.add(status);
            }
        }
        return pending;
    }

    /** What is to be known of the pending migrations before their first statement. */
    private List<ScriptFacts> inspected(Offer offer, List<MigrationStatus> pending, boolean generated) {
        if (pending.isEmpty()) {
            return List.of();
        }
        ScriptInspector inspector = workspace.inspector();
        Set<String> scripts = pending.stream().map(MigrationStatus::script).collect(Collectors.toSet());
        Set<String> told = offer.problems().stream().map(Problem::script).collect(Collectors.toSet());
        return offer.migrations().stream()
                .filter(m -> scripts.contains(m.script()))
                .flatMap(m -> Stream.concat(Stream.of(m.up()), m.down().stream()))
                .filter(script -> !told.contains(script.file()))
                .filter(script -> generated || !script.isGenerated())
                .map(inspector::inspect)
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
                RunCommand.warnings(state, plan),
                PlanFingerprint.of(engine, state, plan));
    }

    Optional<MigrationVersion> locate(Target target) {
        return workspace.look(workspace.offer()).locate(target);
    }

    private PlannedMigration planned(MigrationStep step, Dialect dialect) {
        List<SqlStatement> statements = SqlSplitter.of(dialect.sql())
                .split(step.body().sql(), step.body().file());
        StatementClassifier classifier = StatementClassifier.of(dialect.sql());
        boolean atomic = step.transactional()
                && (dialect.transactionalDdl()
                        || statements.stream()
                                .allMatch(s -> classifier.classify(s).commit() == ImplicitCommit.NEVER));
        return new PlannedMigration(
                step.script().migration(),
                step.body().file(),
                atomic,
                shown(step.body(), statements, dialect, classifier));
    }

    /** With the placeholders as they stand in the file: their values may be secrets. */
    private List<PlannedStatement> shown(
            SqlScript script, List<SqlStatement> statements, Dialect dialect, StatementClassifier classifier) {
        List<SqlStatement> written = statements;
        if (!script.isGenerated() && !script.text().equals(script.sql())) {
            written = asWritten(script, dialect).orElse(List.of());
        }
        boolean alike = !script.isGenerated() && written.size() == statements.size();
        List<PlannedStatement> shown = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            SqlStatement run = statements.get(i);
            SqlStatement text = alike ? written.get(i) : run;
            UnaryOperator<String> cleaning = alike ? redaction::cleanWhole : redaction::clean;
            String sql = cleaning.apply(text.sql());
            shown.add(new PlannedStatement(
                    run.index(),
                    run.line(),
                    sql,
                    classifier.classify(run).destructive(),
                    ClientScript.of(
                            dialect.sql(),
                            sql,
                            text.copyData().map(CopyData::text).map(cleaning))));
        }
        return shown;
    }

    /** Empty if only the values make a script of it. */
    private static Optional<List<SqlStatement>> asWritten(SqlScript script, Dialect dialect) {
        try {
            return Optional.of(SqlSplitter.of(dialect.sql()).split(script.text(), script.file()));
        } catch (SqlSyntaxProblem e) {
            return Optional.empty();
        }
    }
}
