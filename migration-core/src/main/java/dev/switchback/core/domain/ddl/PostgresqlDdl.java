package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.UserType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes DDL for PostgreSQL. All of it runs in one transaction: an enum that gets a value which the script itself needs is
 * made anew, and no index is built CONCURRENTLY.
 *
 * <p>Stateless.
 */
public final class PostgresqlDdl implements DdlRenderer {

    /** Nothing to prepare. */
    public PostgresqlDdl() {}

    @Override
    public List<DdlStatement> render(SchemaDifference difference) {
        PostgresqlScript script = new PostgresqlScript();
        PostgresqlRebuild rebuild = new PostgresqlRebuild(difference);
        PostgresqlCode code = new PostgresqlCode(script, rebuild, difference);
        code.dropWhatGoes();
        typesAndRoutines(script, rebuild, code, difference);
        new PostgresqlKeys(script, rebuild, difference).write();
        create(script, difference);
        for (Table before : difference.from().tables().values()) {
            difference
                    .to()
                    .table(before.name())
                    .ifPresent(after -> new PostgresqlAlterTable(script, rebuild, before, after).write());
        }
        new PostgresqlPartitionColumns(script, rebuild, difference).write();
        drop(script, rebuild, difference);
        code.createLate();
        code.createTriggers();
        code.computeAgain();
        return script.statements();
    }

    private static void typesAndRoutines(
            PostgresqlScript script, PostgresqlRebuild rebuild, PostgresqlCode code, SchemaDifference difference) {
        PostgresqlObjects objects = new PostgresqlObjects(script, rebuild);
        List<SchemaObject> created = new ArrayList<>();
        for (Change change : difference.changes()) {
            objects.write(change);
            if (change instanceof Change.Created made) {
                created.add(made.object());
            }
        }
        List<SchemaObject> early = new ArrayList<>();
        created.stream().filter(UserType.class::isInstance).forEach(early::add);
        created.stream().filter(Sequence.class::isInstance).forEach(early::add);
        early.addAll(code.earlyRoutines());
        for (SchemaObject object : DependencyOrder.sorted(early, code::needs)) {
            if (object instanceof UserType type) {
                objects.create(type);
            } else if (object instanceof Sequence sequence) {
                objects.create(sequence);
            } else if (object instanceof Routine routine) {
                code.write(Phase.TYPES_AND_ROUTINES, routine);
            }
        }
        List<UserType> gone = new ArrayList<>(DependencyOrder.sorted(difference.changes().stream()
                .flatMap(c -> c instanceof Change.Dropped dropped && dropped.object() instanceof UserType type
                        ? Stream.of(type)
                        : Stream.of())
                .toList()));
        Collections.reverse(gone);
        gone.forEach(objects::drop);
    }

    private static void create(PostgresqlScript script, SchemaDifference difference) {
        Map<ObjectName, Table> ready = new HashMap<>(difference.from().tables());
        List<Table> created = new ArrayList<>();
        for (Change change : difference.changes()) {
            if (change instanceof Change.TableChanged changed) {
                ready.remove(changed.after().name());
            } else if (change instanceof Change.Created made && made.object() instanceof Table table) {
                created.add(table);
            }
        }
        PostgresqlCreateTable tables = new PostgresqlCreateTable(script, ready);
        DependencyOrder.sorted(created).forEach(tables::write);
    }

    private static void drop(PostgresqlScript script, PostgresqlRebuild rebuild, SchemaDifference difference) {
        List<Table> dropped = new ArrayList<>(DependencyOrder.sorted(difference.changes().stream()
                .flatMap(c -> c instanceof Change.Dropped gone && gone.object() instanceof Table table
                        ? Stream.of(table)
                        : Stream.of())
                .toList()));
        Collections.reverse(dropped);
        Set<String> wanted = namesOf(difference);
        dropped.sort(Comparator.comparing(table -> phase(table, rebuild, difference, wanted)));
        Set<ObjectName> gone = new HashSet<>();
        for (Table table : dropped) {
            gone.add(table.name());
            String name = PostgresqlNames.of(table.name());
            // who points to one that goes before it is in a circle
            for (Constraint constraint : table.constraints()) {
                if (constraint
                        .references()
                        .filter(gone::contains)
                        .filter(t -> !t.equals(table.name()))
                        .isPresent()) {
                    script.add(
                            Phase.DROP_FOREIGN_KEYS,
                            "ALTER TABLE " + name + " DROP CONSTRAINT "
                                    + PostgresqlNames.of(
                                            constraint.catalogName().orElseThrow()));
                }
            }
        }
        for (Table table : dropped) {
            script.addDropping(
                    phase(table, rebuild, difference, wanted),
                    "DROP TABLE " + PostgresqlNames.of(table.name()),
                    "the rows of " + PostgresqlNames.of(table.name()));
        }
    }

    private static Phase phase(
            Table table, PostgresqlRebuild rebuild, SchemaDifference difference, Set<String> wanted) {
        boolean calls = difference.from().routines().values().stream()
                .filter(rebuild::goes)
                .anyMatch(r -> calls(table, r));
        if (calls) {
            return Phase.DROP_TABLES_THAT_CALL;
        }
        boolean inTheWay = names(table).anyMatch(wanted::contains)
                || table.columns().stream().anyMatch(c -> rebuild.isRetyped(c, c));
        return inTheWay ? Phase.DROP_TABLES_IN_THE_WAY : Phase.DROP_TABLES;
    }

    private static boolean calls(Table table, Routine routine) {
        return DependencyOrder.needs(table).contains(routine.name())
                || table.indexes().stream()
                        .anyMatch(i -> PostgresqlNames.mentions(
                                i.definition(), routine.name().name()));
    }

    /** The names that a table takes from others: its own, and those of its keys and indexes. */
    private static Stream<String> names(Table table) {
        return Stream.of(
                        Stream.of(table.name().name()),
                        table.constraints().stream().flatMap(c -> c.catalogName().stream()),
                        table.indexes().stream().map(Index::name))
                .flatMap(s -> s);
    }

    private static Set<String> namesOf(SchemaDifference difference) {
        Set<String> names = new HashSet<>();
        difference.to().tables().values().forEach(t -> names(t).forEach(names::add));
        difference.to().views().keySet().forEach(v -> names.add(v.name()));
        difference.to().views().values().forEach(v -> v.indexes().forEach(i -> names.add(i.name())));
        difference.to().sequences().keySet().forEach(s -> names.add(s.name()));
        return names;
    }

    @Override
    public List<DdlStatement> rename(Renames renames, DatabaseSchema now) {
        return RenameOrder.oneByOne(
                renames,
                (before, after) ->
                        "ALTER TABLE " + PostgresqlNames.of(before) + " RENAME TO " + PostgresqlNames.of(after),
                (table, before, after) -> "ALTER TABLE " + PostgresqlNames.of(table) + " RENAME COLUMN "
                        + PostgresqlNames.of(before) + " TO " + PostgresqlNames.of(after));
    }

    @Override
    public boolean needsNoTransaction(List<DdlStatement> statements) {
        return false;
    }
}
