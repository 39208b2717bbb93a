package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes the views, routines and triggers of PostgreSQL. */
final class PostgresqlCode {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final PostgresqlRoutineOrder order;

    PostgresqlCode(PostgresqlScript script, PostgresqlRebuild rebuild, SchemaDifference difference) {
        this.script = script;
        this.rebuild = rebuild;
        this.from = difference.from();
        this.to = difference.to();
        this.order = new PostgresqlRoutineOrder(to);
    }

    void dropWhatGoes() {
        new PostgresqlCodeDrops(script, rebuild, from, to).write();
    }

    /** What has to be there before an object that is made before the tables. */
    Set<ObjectName> needs(SchemaObject object) {
        return order.needs(object);
    }

    /** Those that are made before the tables: they read none, or a table cannot do without them. */
    List<Routine> earlyRoutines() {
        return to.routines().values().stream()
                .filter(r -> !order.isLate(r))
                .filter(this::differs)
                .toList();
    }

    private boolean differs(Routine routine) {
        Routine before = from.routines().get(routine.name() + routine.arguments());
        return before == null || rebuild.goes(before) || !before.equals(routine);
    }

    void write(Phase phase, Routine routine) {
        Routine before = from.routines().get(routine.name() + routine.arguments());
        boolean there = before != null && !rebuild.goes(before);
        if (!there || (before != null && !before.definition().equals(routine.definition()))) {
            script.add(
                    phase,
                    there ? routine.definition() : routine.definition().replaceFirst("^CREATE OR REPLACE", "CREATE"));
        }
        Optional<String> commentBefore = there && before != null ? before.comment() : Optional.empty();
        if (!commentBefore.equals(routine.comment())) {
            script.add(
                    phase,
                    "COMMENT ON " + routine.kind().name() + " " + PostgresqlNames.of(routine.name())
                            + routine.arguments() + " IS "
                            + routine.comment().map(PostgresqlNames::text).orElse("NULL"));
        }
    }

    /** Views, and the routines that read tables or views, each after what it needs. */
    void createLate() {
        List<SchemaObject> late = new ArrayList<>();
        to.routines().values().stream()
                .filter(order::isLate)
                .filter(this::differs)
                .forEach(late::add);
        late.addAll(to.views().values());
        for (SchemaObject object : DependencyOrder.sorted(late, order::needs)) {
            if (object instanceof Routine routine) {
                write(Phase.VIEWS_AND_ROUTINES, routine);
            } else if (object instanceof View view) {
                new PostgresqlViewChange(
                                script,
                                rebuild,
                                Optional.ofNullable(from.views().get(view.name())),
                                view)
                        .write();
            }
        }
    }

    /**
     * What an index holds was computed by the routine as it was: by the index other rows would be found than without it.
     */
    void computeAgain() {
        Set<ObjectName> changed = changedRoutines();
        for (Table table : to.tables().values()) {
            for (Index index : table.indexes()) {
                boolean stays = from.table(table.name())
                        .filter(before -> before.indexes().contains(index))
                        .isPresent();
                if (stays && mentions(index.definition(), changed)) {
                    computeAgain(index, table.options().contains("PARTITION BY "));
                }
            }
        }
    }

    /** Of a partitioned table an index cannot be made again in a transaction, but another one can be made. */
    private void computeAgain(Index index, boolean partitioned) {
        String name = PostgresqlNames.of(index.name());
        Optional<String> why = Optional.of("the routine that it is made with is another one");
        if (!partitioned) {
            script.add(Phase.CREATE_TRIGGERS, new DdlStatement("REINDEX INDEX " + name, Risk.NONE, why));
            return;
        }
        script.add(Phase.CREATE_TRIGGERS, new DdlStatement("DROP INDEX " + name, Risk.NONE, why));
        script.add(Phase.CREATE_TRIGGERS, index.definition());
        index.comment()
                .ifPresent(comment -> script.add(
                        Phase.CREATE_TRIGGERS, "COMMENT ON INDEX " + name + " IS " + PostgresqlNames.text(comment)));
    }

    /** Those whose bodies are others now, and those that call them. */
    private Set<ObjectName> changedRoutines() {
        Set<ObjectName> changed = new HashSet<>();
        int size;
        do {
            size = changed.size();
            to.routines().forEach((key, routine) -> {
                Routine before = from.routines().get(key);
                boolean other = before != null && !before.definition().equals(routine.definition());
                if (other || order.needs(routine).stream().anyMatch(changed::contains)) {
                    changed.add(routine.name());
                }
            });
        } while (changed.size() > size);
        return changed;
    }

    private static boolean mentions(String definition, Set<ObjectName> routines) {
        return routines.stream().anyMatch(name -> PostgresqlNames.mentions(definition, name.name()));
    }

    void createTriggers() {
        rebuild.triggersThatCome().forEach(t -> script.add(Phase.CREATE_TRIGGERS, t.definition()));
        to.triggers().forEach((key, trigger) -> {
            Trigger before = from.triggers().get(key);
            boolean comes = before == null || rebuild.triggersThatGo().anyMatch(before::equals);
            Optional<String> then = comes || before == null ? Optional.empty() : before.comment();
            if (!then.equals(trigger.comment())) {
                script.add(
                        Phase.CREATE_TRIGGERS,
                        "COMMENT ON TRIGGER " + PostgresqlNames.of(trigger.name()) + " ON "
                                + PostgresqlNames.of(trigger.table()) + " IS "
                                + trigger.comment().map(PostgresqlNames::text).orElse("NULL"));
            }
        });
    }
}
