package dev.switchback.core.usecase;

import dev.switchback.api.model.StampResult;
import dev.switchback.api.model.Target;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.Reconciliation;
import dev.switchback.core.domain.StampPlan;
import dev.switchback.core.domain.StampPlanner;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.function.Function;

/** Records a version as the current one; no script runs. */
final class StampCommand {

    private final Workspace workspace;
    private final Database database;
    private final Locking locking;
    private final SchemaVersionStore store;
    private final Journal journal;

    StampCommand(Workspace workspace, Database database, Locking locking, SchemaVersionStore store, Journal journal) {
        this.workspace = workspace;
        this.database = database;
        this.locking = locking;
        this.store = store;
        this.journal = journal;
    }

    StampResult stamp(Target target) {
        return stamp(state -> new StampPlanner().plan(state, target));
    }

    /** Forgets everything first, whatever is wrong with it. */
    StampResult stampAfresh(Target target) {
        return stamp(state -> new StampPlanner().planAfresh(state, target));
    }

    private StampResult stamp(Function<Reconciliation, StampPlan> planner) {
        Offer offer = workspace.soundOffer();
        // a target that does not exist must not even create the file of the database
        workspace.glance(offer).ifPresent(seen -> Objects.requireNonNull(planner.apply(seen)));
        return locking.locked(turn -> {
            Connection connection = turn.connection();
            workspace.requireOwnHistory(connection);
            StampPlan plan = planner.apply(workspace.reconcile(connection, offer));
            if (plan.changesAnything()) {
                new HistoryAccess(database, store)
                        .require(connection, EnumSet.of(HistoryRight.SELECT, HistoryRight.INSERT));
                if (turn.shutOut()) {
                    plan = planner.apply(workspace.reconcile(connection, offer));
                }
                StampPlan latest = plan;
                store.create(connection);
                // nothing has failed, so whatever the journal still has is of what ended well, and is now forgotten
                // with it
                journal.clear(connection);
                Writing.inTransaction(database, connection, c -> {
                    store.forget(c, latest.forget());
                    store.stamp(c, latest.mark());
                });
            } else {
                locking.letTheEngineIn(turn);
            }
            return new StampResult(
                    plan.from(),
                    plan.to(),
                    plan.mark().stream().map(MigrationScript::migration).toList(),
                    plan.forget());
        });
    }
}
