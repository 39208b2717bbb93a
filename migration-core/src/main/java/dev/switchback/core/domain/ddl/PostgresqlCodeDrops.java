package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops the views, routines and triggers of PostgreSQL that go, for good or for a while, each before what it needs. */
final class PostgresqlCodeDrops {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final DatabaseSchema from;
    private final DatabaseSchema to;

    PostgresqlCodeDrops(PostgresqlScript script, PostgresqlRebuild rebuild, DatabaseSchema from, DatabaseSchema to) {
        this.script = script;
        this.rebuild = rebuild;
        this.from = from;
        this.to = to;
    }

    void write() {
        rebuild.triggersThatGo()
                .filter(this::isNeeded)
                .forEach(t -> script.add(
                        Phase.DROP_TRIGGERS,
                        "DROP TRIGGER " + PostgresqlNames.of(t.name()) + " ON " + PostgresqlNames.of(t.table())));
        List<SchemaObject> gone = new ArrayList<>(rebuild.viewsThatGo().toList());
        from.routines().values().stream().filter(rebuild::goes).forEach(gone::add);
        List<SchemaObject> sorted = new ArrayList<>(DependencyOrder.sorted(gone));
        Set<ObjectName> ofViews = ofViews(sorted);
        Collections.reverse(sorted);
        for (SchemaObject object : sorted) {
            if (object instanceof View view) {
                drop(view);
            } else if (object instanceof Routine routine) {
                Phase phase = isEarly(routine) ? Phase.DROP_ROUTINES : Phase.DROP_THE_REST;
                drop(ofViews.contains(routine.name()) ? Phase.DROP_VIEWS : phase, routine);
            }
        }
    }

    /** Views that go, and the routines that take or give back their rows: such a view cannot go before them. */
    private static Set<ObjectName> ofViews(List<SchemaObject> sorted) {
        Set<ObjectName> names = new HashSet<>();
        for (SchemaObject object : sorted) {
            if (object instanceof View || DependencyOrder.needs(object).stream().anyMatch(names::contains)) {
                names.add(object.name());
            }
        }
        return names;
    }

    private void drop(View view) {
        script.add(
                Phase.DROP_VIEWS,
                new DdlStatement(
                        "DROP " + PostgresqlObjects.word(view.kind()) + " " + PostgresqlNames.of(view.name()),
                        Risk.NONE,
                        to.views().containsKey(view.name())
                                ? Optional.of("is made again below; what was granted on it has to be granted again")
                                : Optional.empty()));
    }

    private void drop(Phase phase, Routine routine) {
        boolean madeAgain = to.routines().values().stream()
                .filter(r -> r.name().equals(routine.name()))
                .anyMatch(r -> r.arguments().equals(routine.arguments())
                        || !from.routines().containsValue(r));
        script.add(
                phase,
                new DdlStatement(
                        "DROP " + routine.kind().name() + " " + PostgresqlNames.of(routine.name())
                                + routine.arguments(),
                        Risk.NONE,
                        madeAgain
                                ? Optional.of(
                                        "is made again below, and may then be run by everybody (PUBLIC): grant and"
                                                + " revoke again what was")
                                : Optional.empty()));
    }

    /** With a table or view that goes, its triggers go too; but a function that goes early is dropped after them. */
    private boolean isNeeded(Trigger trigger) {
        boolean tableStays = to.tables().containsKey(trigger.table())
                || (to.views().containsKey(trigger.table())
                        && rebuild.viewsThatGo().noneMatch(v -> v.name().equals(trigger.table())));
        return tableStays
                || from.routines().values().stream()
                        .filter(r -> rebuild.goes(r) && isEarly(r))
                        .anyMatch(r -> DependencyOrder.needs(trigger).contains(r.name()));
    }

    /**
     * Whether it cannot wait until the tables have changed: it comes back; one with other arguments takes its name, and both
     * might be meant by a call; or a table goes of which it takes or gives back rows.
     */
    private boolean isEarly(Routine routine) {
        return to.routines().values().stream().anyMatch(r -> r.name().equals(routine.name()))
                || DependencyOrder.needs(routine).stream()
                        .anyMatch(n ->
                                from.tables().containsKey(n) && !to.tables().containsKey(n));
    }
}
