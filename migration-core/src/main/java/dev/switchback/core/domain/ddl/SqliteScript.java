package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One script for SQLite: what is in the way is dropped, tables are made, changed and dropped, the rest is made. */
final class SqliteScript {

    static final String FOREIGN_KEYS_OFF = "PRAGMA foreign_keys = OFF";

    private static final Set<String> OWN_TRANSACTION = Set.of(FOREIGN_KEYS_OFF, "BEGIN", "COMMIT");

    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final List<SchemaObject> created = new ArrayList<>();
    private final List<SchemaObject> dropped = new ArrayList<>();
    private final Map<Change.TableChanged, List<DdlStatement>> altered = new LinkedHashMap<>();
    /** By the old table. */
    private final Map<Table, Table> rebuilt = new LinkedHashMap<>();

    SqliteScript(SchemaDifference difference) {
        from = difference.from();
        to = difference.to();
        for (Change change : difference.changes()) {
            if (change instanceof Change.Created made) {
                created.add(made.object());
            } else if (change instanceof Change.Dropped gone) {
                dropped.add(gone.object());
            } else if (change instanceof Change.Replaced replaced) {
                dropped.add(replaced.before());
                created.add(replaced.after());
            } else if (change instanceof Change.TableChanged changed) {
                SqliteAlteration.of(changed)
                        .ifPresentOrElse(
                                statements -> altered.put(changed, statements),
                                () -> rebuilt.put(changed.before(), changed.after()));
            }
        }
        joinSpellings();
    }

    /** A table whose name is only spelled in another way is the same table for SQLite. */
    private void joinSpellings() {
        for (Table old : tables(dropped)) {
            tables(created).stream()
                    .filter(t -> isSame(t.name(), old.name()))
                    .findFirst()
                    .ifPresent(t -> {
                        dropped.remove(old);
                        created.remove(t);
                        rebuilt.put(old, t);
                    });
        }
    }

    List<DdlStatement> statements() {
        List<DdlStatement> body = new ArrayList<>();
        List<View> views = staleViews();
        dropTriggers(views, body);
        views.forEach(v -> body.add(DdlStatement.of("DROP VIEW " + name(v.name()))));
        dropIndexes(body);
        DependencyOrder.sorted(tables(created)).forEach(t -> create(t, body));
        alter(body);
        dropTables()
                .forEach(t ->
                        body.add(DdlStatement.dropping("DROP TABLE " + name(t.name()), "the rows of " + t.name())));
        createViews(views, body);
        createTriggers(views, body);
        boolean off = new SqliteForeignKeys(from, to, rebuilt).haveToBeOff(dropTables());
        body.addAll(new SqliteOrphans(to, rebuilt).statements(off));
        return off ? inOneTransaction(body) : body;
    }

    /** A transaction around all of it; those that are in it already are opened. */
    static List<DdlStatement> inOneTransaction(List<DdlStatement> statements) {
        List<DdlStatement> all = new ArrayList<>(List.of(DdlStatement.of(FOREIGN_KEYS_OFF), DdlStatement.of("BEGIN")));
        statements.stream().filter(s -> !OWN_TRANSACTION.contains(s.sql())).forEach(all::add);
        all.add(DdlStatement.of("COMMIT"));
        return all;
    }

    /**
     * The views that go, and those that read them: SQLite changes no table while a view reads what is not there. Each
     * before those that it reads.
     */
    private List<View> staleViews() {
        Set<View> stale = new LinkedHashSet<>(of(dropped, View.class));
        boolean more = true;
        while (more) {
            more =
                    from.views().values().stream()
                            .filter(v -> stale.stream().anyMatch(s -> reads(v, s)))
                            .toList()
                            .stream()
                            .map(stale::add)
                            .reduce(false, Boolean::logicalOr);
        }
        List<View> views = new ArrayList<>(DependencyOrder.sorted(stale));
        Collections.reverse(views);
        return views;
    }

    private static boolean reads(View view, View other) {
        return DependencyOrder.needs(view).stream().anyMatch(name -> isSame(name, other.name()));
    }

    private void dropTriggers(List<View> views, List<DdlStatement> body) {
        for (Trigger trigger : of(dropped, Trigger.class)) {
            // one that goes with its table later would still be checked when another table is renamed
            if (views.stream().noneMatch(v -> isSame(v.name(), trigger.table()))) {
                body.add(DdlStatement.of("DROP TRIGGER " + name(trigger.name())));
            }
        }
    }

    /** Of tables that go, only those whose name another one wants. */
    private void dropIndexes(List<DdlStatement> body) {
        for (Change.TableChanged change : altered.keySet()) {
            change.before().indexes().stream()
                    .filter(i -> !change.after().indexes().contains(i))
                    .forEach(i -> body.add(drop(i)));
        }
        Stream.concat(rebuilt.keySet().stream(), tables(dropped).stream())
                .flatMap(t -> t.indexes().stream().filter(i -> isWantedElsewhere(i, t)))
                .forEach(i -> body.add(drop(i)));
    }

    private boolean isWantedElsewhere(Index index, Table table) {
        String folded = SqliteNames.folded(index.name());
        return to.tables().values().stream()
                .filter(t -> !isSame(t.name(), table.name()))
                .anyMatch(t -> SqliteNames.folded(t.name().name()).equals(folded)
                        || t.indexes().stream()
                                .anyMatch(i -> SqliteNames.folded(i.name()).equals(folded)));
    }

    private static DdlStatement drop(Index index) {
        return DdlStatement.of("DROP INDEX " + SqliteNames.quoted(index.name()));
    }

    private static void create(Table table, List<DdlStatement> body) {
        body.add(DdlStatement.of(SqliteTableText.create(table, table.name().name())));
        table.indexes().forEach(i -> body.add(DdlStatement.of(i.definition())));
    }

    private void alter(List<DdlStatement> body) {
        altered.forEach((change, statements) -> {
            body.addAll(statements);
            change.after().indexes().stream()
                    .filter(i -> !change.before().indexes().contains(i))
                    .forEach(i -> body.add(unique(i)));
        });
        boolean legacy = rebuilt.keySet().stream().anyMatch(this::isRead);
        if (legacy) {
            // a rename checks every view and trigger, and for a moment some read what is not there
            body.add(DdlStatement.of("PRAGMA legacy_alter_table = ON"));
        }
        for (Table after : DependencyOrder.sorted(rebuilt.values())) {
            Table before = rebuilt.entrySet().stream()
                    .filter(e -> e.getValue().equals(after))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
            body.addAll(new SqliteRebuild(before, after, interim(after)).statements());
            after.indexes()
                    .forEach(i -> body.add(before.indexes().contains(i) ? DdlStatement.of(i.definition()) : unique(i)));
        }
        if (legacy) {
            body.add(DdlStatement.of("PRAGMA legacy_alter_table = OFF"));
        }
    }

    private static DdlStatement unique(Index index) {
        return new DdlStatement(
                index.definition(),
                index.unique() ? DdlStatement.Risk.REJECTS_ROWS : DdlStatement.Risk.NONE,
                Optional.empty());
    }

    /** Whether a view or a trigger that stays names a table. */
    private boolean isRead(Table table) {
        return Stream.concat(
                        from.views().values().stream()
                                .filter(v -> !dropped.contains(v))
                                .map(View::definition),
                        from.triggers().values().stream()
                                .filter(t -> !dropped.contains(t) && !isSame(t.table(), table.name()))
                                .map(Trigger::definition))
                .anyMatch(text -> SqliteMentions.in(text, table.name().name()));
    }

    private String interim(Table table) {
        Set<String> taken = new HashSet<>();
        for (DatabaseSchema schema : List.of(from, to)) {
            schema.tables().values().forEach(t -> {
                taken.add(SqliteNames.folded(t.name().name()));
                t.indexes().forEach(i -> taken.add(SqliteNames.folded(i.name())));
            });
            schema.views().keySet().forEach(n -> taken.add(SqliteNames.folded(n.name())));
        }
        StringBuilder name = new StringBuilder("new_").append(table.name().name());
        while (taken.contains(SqliteNames.folded(name.toString()))) {
            name.append('_');
        }
        return name.toString();
    }

    /** Each before those that it points to. */
    private List<Table> dropTables() {
        List<Table> tables = new ArrayList<>(DependencyOrder.sorted(tables(dropped)));
        Collections.reverse(tables);
        return tables;
    }

    private void createViews(List<View> stale, List<DdlStatement> body) {
        List<View> views = to.views().values().stream()
                .filter(v -> created.contains(v) || stale.contains(v))
                .toList();
        DependencyOrder.sorted(views).forEach(v -> body.add(DdlStatement.of(v.definition())));
    }

    /** Those that went with their table or view come again. */
    private void createTriggers(List<View> stale, List<DdlStatement> body) {
        for (Trigger trigger : to.triggers().values()) {
            boolean went = rebuilt.values().stream().anyMatch(t -> isSame(t.name(), trigger.table()))
                    || stale.stream().anyMatch(v -> isSame(v.name(), trigger.table()));
            if (went || created.contains(trigger)) {
                body.add(DdlStatement.of(trigger.definition()));
            }
        }
    }

    private static List<Table> tables(Collection<SchemaObject> objects) {
        return of(objects, Table.class);
    }

    private static <T> List<T> of(Collection<SchemaObject> objects, Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    static boolean isSame(ObjectName one, ObjectName other) {
        return SqliteNames.folded(one.name()).equals(SqliteNames.folded(other.name()));
    }

    private static String name(ObjectName name) {
        return SqliteNames.quoted(name.name());
    }
}
