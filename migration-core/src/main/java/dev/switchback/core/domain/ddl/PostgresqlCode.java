package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Changes the views, routines and triggers of PostgreSQL. */
final class PostgresqlCode {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final DatabaseSchema from;
    private final DatabaseSchema to;

    PostgresqlCode(PostgresqlScript script, PostgresqlRebuild rebuild, SchemaDifference difference) {
        this.script = script;
        this.rebuild = rebuild;
        this.from = difference.from();
        this.to = difference.to();
    }

    void dropWhatGoes() {
        rebuild.triggersThatGo()
                .filter(t -> isNeeded(t))
                .forEach(t -> script.add(
                        Phase.DROP_TRIGGERS,
                        "DROP TRIGGER " + PostgresqlNames.of(t.name()) + " ON " + PostgresqlNames.of(t.table())));
        List<View> views = reversed(DependencyOrder.sorted(rebuild.viewsThatGo().toList()));
        for (View view : views) {
            boolean comesBack = to.views().containsKey(view.name());
            script.add(
                    Phase.DROP_VIEWS,
                    new DdlStatement(
                            "DROP " + PostgresqlObjects.word(view.kind()) + " " + PostgresqlNames.of(view.name()),
                            Risk.NONE,
                            comesBack
                                    ? Optional.of("is made again below; what was granted on it has to be granted again")
                                    : Optional.empty()));
        }
        for (Routine routine : reversed(DependencyOrder.sorted(from.routines().values()))) {
            if (rebuild.goes(routine)) {
                boolean comesBack = isThere(to, routine);
                script.add(
                        comesBack ? Phase.DROP_ROUTINES : Phase.DROP_THE_REST,
                        "DROP " + routine.kind().name() + " " + PostgresqlNames.of(routine.name())
                                + routine.arguments());
            }
        }
    }

    /** With a table or view that goes, its triggers go too; but a function that comes back is dropped before. */
    private boolean isNeeded(Trigger trigger) {
        boolean tableStays = to.tables().containsKey(trigger.table())
                || (to.views().containsKey(trigger.table())
                        && rebuild.viewsThatGo().noneMatch(v -> v.name().equals(trigger.table())));
        return tableStays
                || from.routines().values().stream()
                        .filter(r -> rebuild.goes(r) && isThere(to, r))
                        .anyMatch(r -> DependencyOrder.needs(trigger).contains(r.name()));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private static boolean isThere(DatabaseSchema schema, Routine routine) {
        return schema.routines().containsKey(routine.name() + routine.arguments());
    }

    /** Those that are made before the tables: they read none, or a table cannot do without them. */
    List<Routine> earlyRoutines() {
        return to.routines().values().stream()
                .filter(r -> !isLate(r))
                .filter(this::differs)
                .toList();
    }

    private boolean isLate(Routine routine) {
        Set<ObjectName> relations = new HashSet<>(to.tables().keySet());
        relations.addAll(to.views().keySet());
        boolean reads = DependencyOrder.needs(routine).stream().anyMatch(relations::contains)
                || (isCheckedAtOnce(routine)
                        && relations.stream().anyMatch(r -> PostgresqlNames.mentions(routine.definition(), r.name())));
        return reads
                && to.tables().values().stream()
                        .noneMatch(t -> DependencyOrder.needs(t).contains(routine.name()));
    }

    /** The body of a function in SQL is looked at when it is made, that in another language when it runs. */
    private static boolean isCheckedAtOnce(Routine routine) {
        return routine.definition().toLowerCase(Locale.ROOT).contains("\n language sql");
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
                .filter(this::isLate)
                .filter(this::differs)
                .forEach(late::add);
        late.addAll(to.views().values());
        for (SchemaObject object : DependencyOrder.sorted(late, this::needs)) {
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

    private Set<ObjectName> needs(SchemaObject object) {
        Set<ObjectName> needs = new HashSet<>(DependencyOrder.needs(object));
        if (object instanceof Routine routine && isCheckedAtOnce(routine)) {
            Stream.concat(
                            to.views().keySet().stream(),
                            to.routines().values().stream().map(Routine::name))
                    .filter(name -> !name.equals(routine.name()))
                    .filter(name -> PostgresqlNames.mentions(routine.definition(), name.name()))
                    .forEach(needs::add);
        }
        return needs;
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
