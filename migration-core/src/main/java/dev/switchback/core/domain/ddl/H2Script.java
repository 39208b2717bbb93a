package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One difference as a script for H2, in this order: what is in the way goes, what tables need comes, tables come and
 * change, columns and tables go, foreign keys, views and triggers come, at last goes what tables needed.
 */
final class H2Script {

    private final SchemaDifference difference;
    private final ObjectChanges changes;
    private final List<H2Alter> alters;
    private final Map<ObjectName, Set<Constraint>> aside;
    private final Map<ObjectName, Set<Constraint>> asideForGood;
    private final TablePlan plan;
    private final H2ViewRebuild views;
    private final H2Domains domains;
    private final H2Sequences sequences;
    private final List<DdlStatement> script = new ArrayList<>();

    H2Script(SchemaDifference difference) {
        this.difference = difference;
        this.changes = new ObjectChanges(difference);
        List<TableEdits> edits = changes.tables().stream().map(TableEdits::of).toList();
        H2TypeChange types = new H2TypeChange(difference);
        this.alters = edits.stream().map(table -> new H2Alter(table, types)).toList();
        ForeignKeysAside foreignKeys = new ForeignKeysAside(difference, edits, false);
        this.aside = foreignKeys.keys();
        this.asideForGood = foreignKeys.keysOfDropped();
        this.plan = new TablePlan(difference, changes);
        this.views = new H2ViewRebuild(difference, changes, alters);
        this.domains = new H2Domains(difference, changes, types);
        this.sequences = new H2Sequences(difference, changes);
    }

    List<DdlStatement> statements() {
        removeFromTheWay();
        prerequisites();
        alters.forEach(alter -> alter.drops().forEach(this::add));
        changes.created(Table.class).forEach(this::create);
        alters.forEach(alter -> alter.columns().forEach(this::add));
        domains.columns().forEach(this::add);
        sequences.defaults().forEach(this::add);
        alters.forEach(alter -> alter.keys().forEach(this::add));
        alters.forEach(alter -> alter.loss().forEach(this::add));
        dropTables();
        foreignKeys();
        views.created().forEach(this::add);
        Stream.concat(changes.created(Trigger.class).stream(), changes.replaced(Trigger.class).stream())
                .forEach(trigger -> add(trigger.definition()));
        alters.forEach(alter -> alter.comments().forEach(this::add));
        domains.removed().forEach(this::add);
        changes.dropped(Sequence.class)
                .forEach(s -> addLoss("DROP SEQUENCE " + name(s.name()), "where it stands is lost"));
        changes.dropped(Routine.class).forEach(alias -> add("DROP ALIAS " + name(alias.name())));
        return script;
    }

    private void removeFromTheWay() {
        Stream.concat(changes.dropped(Trigger.class).stream(), changes.replaced(Trigger.class).stream())
                .filter(t -> difference.to().tables().containsKey(t.table()))
                .forEach(t -> add("DROP TRIGGER " + name(t.name())));
        views.dropped().forEach(this::add);
        for (H2Alter alter : alters) {
            alter.edits().droppedConstraints().stream()
                    .filter(c -> c.kind() == Kind.FOREIGN_KEY)
                    .forEach(key -> drop(alter.edits().before().name(), key));
        }
        aside.forEach((table, keys) -> keys.forEach(key -> drop(table, key)));
        asideForGood.forEach((table, keys) -> keys.forEach(key -> drop(table, key)));
    }

    private void prerequisites() {
        changes.replaced(Routine.class).forEach(alias -> add("DROP ALIAS " + name(alias.name())));
        Stream.concat(changes.created(Routine.class).stream(), changes.replaced(Routine.class).stream())
                .forEach(alias -> script.add(DdlStatement.of(alias.definition())));
        domains.created().forEach(this::add);
        sequences.statements().forEach(this::add);
    }

    private void create(Table table) {
        add(H2Definitions.table(table, plan.inline(table)));
        for (Index index : table.indexes()) {
            add(H2Definitions.index(index));
            index.comment().ifPresent(c -> comment("INDEX", ObjectName.of(index.name()), index.comment()));
        }
        table.comment().ifPresent(c -> comment("TABLE", table.name(), table.comment()));
        table.columns().stream()
                .filter(column -> column.comment().isPresent())
                .forEach(column -> add(H2Definitions.comment(
                        "COLUMN " + name(table.name()) + "." + name(column.name()), column.comment())));
    }

    private void dropTables() {
        plan.letGo().stream()
                .filter(each ->
                        !asideForGood.getOrDefault(each.table(), Set.of()).contains(each.key()))
                .forEach(each -> drop(each.table(), each.key()));
        changes.dropped(Table.class)
                .forEach(table -> add(DdlStatement.dropping("DROP TABLE " + name(table.name()), "its rows")));
    }

    private void foreignKeys() {
        plan.afterwards().forEach(each -> addKey(each.table(), each.key(), false));
        aside.forEach((table, keys) -> keys.forEach(key -> addKey(table, key, false)));
        for (H2Alter alter : alters) {
            alter.edits().addedConstraints().stream()
                    .filter(c -> c.kind() == Kind.FOREIGN_KEY)
                    .forEach(key -> addKey(alter.edits().after().name(), key, true));
        }
    }

    private void addKey(ObjectName table, Constraint key, boolean rejects) {
        add(new DdlStatement(
                "ALTER TABLE " + name(table) + " ADD " + H2Definitions.constraint(key),
                rejects ? Risk.REJECTS_ROWS : Risk.NONE,
                Optional.of("fails if a row points to nothing").filter(n -> rejects)));
    }

    private void drop(ObjectName table, Constraint key) {
        add("ALTER TABLE " + name(table) + " DROP CONSTRAINT "
                + name(key.catalogName().orElse("")));
    }

    private void comment(String kind, ObjectName object, Optional<String> text) {
        add(H2Definitions.comment(kind + " " + name(object), text));
    }

    private void addLoss(String sql, String note) {
        add(new DdlStatement(sql, Risk.LOSES_DATA, Optional.of(note)));
    }

    private void add(String sql) {
        add(DdlStatement.of(sql));
    }

    private void add(DdlStatement statement) {
        script.add(CarriageReturns.H2.escaped(
                new DdlStatement(QuotedNames.H2.relaxed(statement.sql()), statement.risk(), statement.note())));
    }
}
