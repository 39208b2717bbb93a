package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The foreign keys that stay but have to be away while tables change: on either side, a column of theirs gets another
 * type, or the key they point to goes.
 */
final class ForeignKeysAside {

    private final SchemaDifference difference;

    /** By table, the columns that get another type. */
    private final Map<ObjectName, Set<String>> retyped = new HashMap<>();

    /** By table, the columns of the unique keys that go. */
    private final Map<ObjectName, Set<List<String>>> lostKeys = new HashMap<>();

    /** Those that may stand on an index that goes. */
    private final Set<Constraint> onLostIndexes = new HashSet<>();

    /** Takes whether a column that begins or ends to be numbered is in the way as well, as on MySQL. */
    ForeignKeysAside(SchemaDifference difference, List<TableEdits> edits, boolean numbered) {
        this.difference = difference;
        for (TableEdits table : edits) {
            Set<String> columns = new HashSet<>();
            table.changed().stream()
                    .filter(change -> isRetyped(change)
                            || (numbered
                                    && !change.before()
                                            .identity()
                                            .equals(change.after().identity())))
                    .forEach(c -> columns.add(c.after().name()));
            if (table.options().findAny().isPresent()) {
                table.after().columns().stream().filter(MariadbOptions::isText).forEach(c -> columns.add(c.name()));
            }
            retyped.put(table.after().name(), columns);
            Set<List<String>> keys = new HashSet<>();
            table.droppedConstraints().stream()
                    .filter(c -> c.kind() == Kind.PRIMARY_KEY || c.kind() == Kind.UNIQUE)
                    .forEach(c -> keys.add(c.columns()));
            if (difference.from().dialect() == Dialect.H2) {
                table.before().constraints().stream()
                        .filter(c -> H2IndexUse.isLostKey(c, table))
                        .forEach(c -> keys.add(c.columns()));
                table.before().constraints().stream()
                        .filter(c -> c.kind() == Kind.FOREIGN_KEY && H2IndexUse.isOnLost(c, table))
                        .forEach(onLostIndexes::add);
            }
            lostKeys.put(table.after().name(), keys);
        }
    }

    private static boolean isRetyped(TableEdit.ColumnChanged change) {
        Column before = change.before();
        Column after = change.after();
        return !before.type().equals(after.type())
                || !before.collation().equals(after.collation())
                || !before.generated().equals(after.generated());
    }

    /** Those that have to be dropped first and made again at the end, by their table. */
    Map<ObjectName, Set<Constraint>> keys() {
        Map<ObjectName, Set<Constraint>> keys = new TreeMap<>();
        for (Table table : difference.to().tables().values()) {
            difference
                    .from()
                    .table(table.name())
                    .ifPresent(before -> before.constraints().stream()
                            .filter(key -> key.kind() == Kind.FOREIGN_KEY)
                            .filter(key -> table.constraints().stream().anyMatch(key::isSameAs))
                            .filter(key -> isInTheWay(table.name(), key))
                            .forEach(key -> keys.computeIfAbsent(table.name(), t -> new LinkedHashSet<>())
                                    .add(key)));
        }
        return keys;
    }

    /** Those of tables that go, which have to go first for the same reason, by their table. */
    Map<ObjectName, Set<Constraint>> keysOfDropped() {
        Map<ObjectName, Set<Constraint>> keys = new TreeMap<>();
        difference.from().tables().values().stream()
                .filter(table -> difference.to().table(table.name()).isEmpty())
                .forEach(table -> table.constraints().stream()
                        .filter(key -> key.kind() == Kind.FOREIGN_KEY && isInTheWay(table.name(), key))
                        .forEach(key -> keys.computeIfAbsent(table.name(), t -> new LinkedHashSet<>())
                                .add(key)));
        return keys;
    }

    private boolean isInTheWay(ObjectName table, Constraint key) {
        ObjectName target = key.references().orElse(table);
        List<String> pointed = pointedColumns(key);
        return onLostIndexes.contains(key)
                || key.columns().stream().anyMatch(retyped.getOrDefault(table, Set.of())::contains)
                || pointed.stream().anyMatch(retyped.getOrDefault(target, Set.of())::contains)
                || lostKeys.getOrDefault(target, Set.of()).stream()
                        .anyMatch(lost -> new HashSet<>(lost).containsAll(pointed));
    }

    /** The definition ends with them, whatever the dialect quotes with. */
    private static List<String> pointedColumns(Constraint key) {
        String definition = key.definition();
        String after = definition.substring(definition.indexOf("REFERENCES"));
        int open = after.indexOf('(');
        if (open < 0) {
            return List.of();
        }
        String list = after.substring(open, after.indexOf(')', open) + 1);
        List<String> lexemes = list.contains("`") ? Lexemes.ofMariadb(list) : Lexemes.ofStandard(list);
        return lexemes.stream().filter(Lexemes::isName).map(Lexemes::name).toList();
    }
}
