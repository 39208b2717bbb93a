package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.MariadbDefinitions.name;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One difference as a script, in this order: what is in the way goes, sequences and tables come, tables change, columns
 * and tables go, foreign keys come, then what is made of tables: functions, views, triggers. Views, functions and triggers
 * look for their tables only when they are used, so those that stay are left alone.
 */
final class MariadbScript {

    /** Definers are not compared, so that of what is made again is not known. */
    private static final String DEFINER = "its definer is who runs this";

    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final ObjectChanges changes;
    private final List<MariadbAlter> alters;
    private final List<TableEdits> edits;
    private final Map<ObjectName, Set<Constraint>> aside;
    private final Map<ObjectName, Set<Constraint>> asideForGood;
    private final TablePlan plan;
    private final List<DdlStatement> script = new ArrayList<>();

    /** Takes what a table has of which nothing is said, as a clause; asked only where a table gets that. */
    MariadbScript(SchemaDifference difference, boolean mysql, Supplier<String> charset) {
        this.from = difference.from();
        this.to = difference.to();
        this.changes = new ObjectChanges(difference);
        this.edits = changes.tables().stream().map(TableEdits::of).toList();
        this.alters =
                edits.stream().map(each -> new MariadbAlter(each, charset)).toList();
        ForeignKeysAside foreignKeys = new ForeignKeysAside(difference, edits, mysql);
        this.aside = foreignKeys.keys();
        this.asideForGood = foreignKeys.keysOfDropped();
        this.plan = new TablePlan(difference, changes);
    }

    List<DdlStatement> statements() {
        removeFromTheWay();
        sequences();
        changes.created(Table.class).forEach(table -> add(MariadbDefinitions.table(table, plan.inline(table))));
        alters.forEach(alter -> alter.first().ifPresent(this::add));
        edits.forEach(table -> MariadbConversion.before(table)
                .map(statement -> MariadbVersioning.keeping(table.before(), statement))
                .ifPresent(this::add));
        alters.forEach(alter -> alter.change().ifPresent(this::add));
        alters.forEach(alter -> alter.loss().ifPresent(this::add));
        dropTables();
        addForeignKeys();
        programs();
        changes.dropped(Sequence.class)
                .forEach(s -> addLoss("DROP SEQUENCE " + name(s.name()), "where it stands is lost"));
        changes.dropped(Routine.class).forEach(routine -> add(dropping(routine)));
        return script;
    }

    private void removeFromTheWay() {
        Set<ObjectName> tablesThatGo =
                changes.dropped(Table.class).stream().map(Table::name).collect(Collectors.toSet());
        Stream.concat(changes.dropped(Trigger.class).stream(), againTriggers().stream())
                .filter(trigger -> !tablesThatGo.contains(trigger.table()))
                .forEach(this::drop);
        changes.dropped(View.class).forEach(view -> add("DROP VIEW " + name(view.name())));
        edits.forEach(table -> table.droppedConstraints().stream()
                .filter(c -> c.kind() == Kind.FOREIGN_KEY)
                .forEach(key -> alter(table.before().name(), MariadbDefinitions.drop(key))));
        aside.forEach((table, keys) -> keys.forEach(key -> alter(table, MariadbDefinitions.drop(key))));
        asideForGood.forEach((table, keys) -> keys.forEach(key -> alter(table, MariadbDefinitions.drop(key))));
    }

    private void sequences() {
        for (Sequence sequence : changes.created(Sequence.class)) {
            boolean up = !isDescending(sequence);
            String options = up
                    ? sequence.options()
                            .replaceAll(" minvalue 1(?= )| maxvalue 9223372036854775806| cache 1000(?= )| nocycle$", "")
                    : sequence.options();
            add("CREATE SEQUENCE " + name(sequence.name()) + " " + options);
        }
        changes.replaced(Sequence.class).forEach(this::alter);
    }

    /** One that turns round cannot stay where it stands. */
    private void alter(Sequence sequence) {
        String sql = "ALTER SEQUENCE " + name(sequence.name()) + " " + sequence.options();
        Sequence before = from.sequences().get(sequence.name());
        if (before != null && isDescending(before) != isDescending(sequence)) {
            addLoss(sql + " restart", "it begins anew, where it stood is lost");
        } else {
            add(sql);
        }
    }

    private static boolean isDescending(Sequence sequence) {
        return sequence.options().contains("increment by -");
    }

    private void dropTables() {
        plan.letGo().stream()
                .filter(each ->
                        !asideForGood.getOrDefault(each.table(), Set.of()).contains(each.key()))
                .forEach(each -> alter(each.table(), MariadbDefinitions.drop(each.key())));
        changes.dropped(Table.class)
                .forEach(table -> add(DdlStatement.dropping("DROP TABLE " + name(table.name()), "its rows")));
    }

    private void addForeignKeys() {
        plan.afterwards().forEach(each -> alter(each.table(), "ADD " + MariadbDefinitions.constraint(each.key())));
        aside.forEach((table, keys) -> keys.forEach(key -> alter(table, "ADD " + MariadbDefinitions.constraint(key))));
        for (TableEdits table : edits) {
            for (Constraint key : table.addedConstraints()) {
                if (key.kind() == Kind.FOREIGN_KEY) {
                    Clauses clause = new Clauses();
                    clause.add(
                            "ADD " + MariadbDefinitions.constraint(key),
                            Risk.REJECTS_ROWS,
                            "fails if a row points to nothing");
                    clause.statement("ALTER TABLE " + name(table.after().name()))
                            .ifPresent(this::add);
                }
            }
        }
    }

    private void programs() {
        changes.replaced(Routine.class)
                .forEach(routine -> add(
                        dropping(routine),
                        routine.name().name() + " is made again: EXECUTE that was granted on it is gone, and "
                                + DEFINER));
        Stream.concat(changes.created(Routine.class).stream(), changes.replaced(Routine.class).stream())
                .forEach(routine -> script.add(DdlStatement.of(routine.definition())));
        Set<ObjectName> replaced =
                changes.replaced(View.class).stream().map(View::name).collect(Collectors.toSet());
        List<View> views = new ArrayList<>(changes.created(View.class));
        views.addAll(changes.replaced(View.class));
        for (View view : DependencyOrder.sorted(views)) {
            String sql = view.definition();
            if (replaced.contains(view.name())) {
                add(
                        sql.replaceFirst("^CREATE ", "CREATE OR REPLACE "),
                        view.name().name() + " is made again: " + DEFINER);
            } else {
                add(sql);
            }
        }
        List<Trigger> triggers = new ArrayList<>(changes.created(Trigger.class));
        triggers.addAll(againTriggers());
        DependencyOrder.sorted(triggers).forEach(trigger -> script.add(DdlStatement.of(trigger.definition())));
    }

    /** Those that are replaced, and those that follow them: a trigger that is made again is the last of its moment. */
    private List<Trigger> againTriggers() {
        List<Trigger> again = new ArrayList<>(changes.replaced(Trigger.class));
        Set<ObjectName> names = again.stream().map(Trigger::name).collect(Collectors.toSet());
        for (Trigger trigger : DependencyOrder.sorted(to.triggers().values())) {
            boolean follows = trigger.dependencies().stream().anyMatch(d -> names.contains(d.object()));
            if (follows && from.triggers().containsValue(trigger)) {
                again.add(trigger);
                names.add(trigger.name());
            }
        }
        return again;
    }

    /** One that comes again says so. */
    private void drop(Trigger trigger) {
        String sql = "DROP TRIGGER " + name(trigger.name());
        if (to.triggers().values().stream().anyMatch(other -> other.name().equals(trigger.name()))) {
            add(sql, trigger.name().name() + " is made again: " + DEFINER);
        } else {
            add(sql);
        }
    }

    private static String dropping(Routine routine) {
        return "DROP " + (routine.kind() == Routine.Kind.FUNCTION ? "FUNCTION " : "PROCEDURE ") + name(routine.name());
    }

    private void alter(ObjectName table, String clause) {
        add("ALTER TABLE " + name(table) + " " + clause);
    }

    private void add(String sql) {
        add(DdlStatement.of(sql));
    }

    private void add(String sql, String note) {
        add(new DdlStatement(sql, Risk.NONE, Optional.of(note)));
    }

    private void addLoss(String sql, String note) {
        add(new DdlStatement(sql, Risk.LOSES_DATA, Optional.of(note)));
    }

    private void add(DdlStatement statement) {
        script.add(new DdlStatement(QuotedNames.MARIADB.relaxed(statement.sql()), statement.risk(), statement.note()));
    }
}
