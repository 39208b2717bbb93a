package dev.switchback.core.usecase;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.core.domain.Attempt;
import dev.switchback.core.domain.JournalEntry;
import dev.switchback.core.domain.MigrationIdentity;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.ResumePlanner;
import dev.switchback.core.domain.Resumption;
import dev.switchback.core.domain.RunPlan;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes on with a migration that failed half-way, after the statements that are done. */
final class ResumeCommand {

    private final Workspace workspace;
    private final Database database;
    private final Locking locking;
    private final SchemaVersionStore store;
    private final Journal journal;
    private final RunExecutor executor;
    private final MigrationFiles files;

    ResumeCommand(
            Workspace workspace,
            Database database,
            Locking locking,
            SchemaVersionStore store,
            Journal journal,
            RunExecutor executor,
            MigrationFiles files) {
        this.workspace = workspace;
        this.database = database;
        this.locking = locking;
        this.store = store;
        this.journal = journal;
        this.executor = executor;
        this.files = files;
    }

    RepairResult resume(RepairAction.Resume action) {
        long start = System.nanoTime();
        MigrationName name = new MigrationName(action.migration());
        Offer offer = workspace.offer();
        if (!database.exists()) {
            throw name.in(offer).map(script -> pending(name)).orElseGet(name::unknown);
        }
        return locking.locked(turn -> {
            List<String> changes = resume(action, offer, turn, start);
            return new RepairResult(changes, workspace.remaining(turn.connection(), changes));
        });
    }

    /**
     * What is to be done.
     *
     * @param plan of one step
     * @param resumption where it goes on
     * @param body what runs
     * @param edited whether the file is not what the manifest says
     */
    private record Rest(RunPlan plan, Resumption resumption, SqlScript body, boolean edited) {}

    private List<String> resume(RepairAction.Resume action, Offer offer, Turn turn, long start) throws SQLException {
        Connection connection = turn.connection();
        Rest rest = rest(action, workspace.reconcile(connection, offer), connection);
        if (turn.canBeDisturbed()) {
            executor.requireRights(rest.plan(), connection);
            turn.shutOut();
            rest = rest(action, workspace.reconcile(connection, offer), connection);
        }
        RunResult result = executor.resume(rest.plan(), rest.resumption(), connection, turn.held(), start);
        List<String> changes = new ArrayList<>();
        changes.add(changed(rest.plan().steps().get(0), result));
        changes.addAll(record(rest.body(), rest.edited()));
        return changes;
    }

    /** Finds everything that could stand in the way, before anything is written. */
    private Rest rest(RepairAction.Resume action, Reconciliation state, Connection connection) throws SQLException {
        MigrationName name = new MigrationName(action.migration());
        refuseForeign(state);
        AppliedMigration failed = failed(name, state);
        JournalEntry entry = entry(action, name, failed, connection);
        MigrationScript script = name.in(state.offer())
                .orElseThrow(() -> name.refused("has no file any more", byHand(entry, state.offer())));
        SqlScript body = body(name, entry, script);
        boolean edited = refuseUnusable(state.offer(), body);
        RunPlan plan = workspace.planner().resume(state, script, entry.direction(), recorded(entry, connection));
        Resumption resumption = new ResumePlanner(database.dialect().sql())
                .plan(entry, workspace.attempts().of(entry, script), body, action.from());
        return new Rest(plan, resumption, body, edited);
    }

    private static void refuseForeign(Reconciliation state) {
        List<Problem> foreign = state.problems().stream()
                .filter(p -> p.kind() == Problem.Kind.FOREIGN_HISTORY)
                .toList();
        if (!foreign.isEmpty()) {
            throw new HistoryMismatchException(foreign);
        }
    }

    private static AppliedMigration failed(MigrationName name, Reconciliation state) {
        Optional<AppliedMigration> row = name.in(state.history());
        if (row.isEmpty()) {
            throw name.in(state.offer()).map(script -> pending(name)).orElseGet(name::unknown);
        }
        return row.filter(AppliedMigration::failed)
                .orElseThrow(() -> name.refused("did not fail, so there is nothing to resume"));
    }

    private static SwitchbackException pending(MigrationName name) {
        return name.refused(
                "nothing of it is applied, so there is nothing to resume", "run it from its start: switchback upgrade");
    }

    private JournalEntry entry(
            RepairAction.Resume action, MigrationName name, AppliedMigration failed, Connection connection)
            throws SQLException {
        Optional<JournalEntry> entry = database.look(connection, journal::read).stream()
                .filter(e -> e.identity().equals(MigrationIdentity.of(failed)))
                .findFirst();
        // without one nothing is known to be done, and what the user takes for done is so on his word
        JournalEntry uncounted = JournalEntry.unknown(failed);
        if (entry.isEmpty() && action.from().isEmpty()) {
            throw name.refused(
                    "it is not known how many of its statements are applied: it did not fail under Switchback",
                    Attempt.nextStepUncounted(name.text(), uncounted.direction()));
        }
        return entry.orElse(uncounted);
    }

    private String byHand(JournalEntry entry, Offer offer) {
        return workspace.attempts().of(entry, offer).nextStep();
    }

    private SqlScript body(MigrationName name, JournalEntry entry, MigrationScript script) {
        if (entry.direction() == Direction.UP) {
            return script.up();
        }
        Attempt attempt = workspace.attempts().of(entry, script);
        return script.down().orElseThrow(() -> name.refused("has no down script any more", attempt.nextStep()));
    }

    /**
     * Refuses what an upgrade would refuse too, except that the file is not what the manifest says: it may be corrected,
     * and what is done of it is compared statement by statement.
     *
     * @return whether it is not what the manifest says
     */
    private static boolean refuseUnusable(Offer offer, SqlScript body) {
        List<Problem> problems = new ArrayList<>(offer.problems());
        boolean edited = problems.removeIf(
                p -> p.kind() == Problem.Kind.SUM_MISMATCH && p.script().equals(body.file()));
        if (!problems.isEmpty()) {
            throw new InvalidMigrationSourceException(problems);
        }
        return edited;
    }

    /** The row of the engine's own table, without what the journal adds. */
    private Optional<AppliedMigration> recorded(JournalEntry entry, Connection connection) throws SQLException {
        return database.look(connection, store::read).stream()
                .filter(row -> MigrationIdentity.of(row).equals(entry.identity()))
                .findFirst();
    }

    private static String changed(MigrationStep step, RunResult result) {
        int ran = result.executed().get(0).statements();
        String what = ran == 0 ? "nothing was left to run" : ran == 1 ? "1 statement ran" : ran + " statements ran";
        return step.body().file() + ": " + what + "; " + step.script().script() + " is recorded as "
                + (step.direction() == Direction.UP ? "applied" : "reverted");
    }

    /** What has run is what the manifest says from now on; the run itself is done, whatever becomes of that. */
    private List<String> record(SqlScript body, boolean edited) {
        if (!edited) {
            return files.pin(List.of(body.file()));
        }
        try {
            files.record(List.of(body.file()));
            return List.of(body.file() + " is accepted as it is now");
        } catch (SwitchbackException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
