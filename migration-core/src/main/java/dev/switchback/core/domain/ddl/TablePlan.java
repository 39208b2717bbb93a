package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which foreign keys can be made with a new table, and which have to go before an old one, because of what they point to. */
final class TablePlan {

    /**
     * A foreign key of a table.
     *
     * @param table the table
     * @param key the key
     */
    record Key(ObjectName table, Constraint key) {}

    private final ObjectChanges changes;
    private final Map<ObjectName, Set<Constraint>> inline = new HashMap<>();

    TablePlan(SchemaDifference difference, ObjectChanges changes) {
        this.changes = changes;
        Set<ObjectName> there = new HashSet<>();
        difference.to().tables().values().stream()
                .filter(table -> table.equals(difference.from().tables().get(table.name())))
                .forEach(table -> there.add(table.name()));
        for (Table table : changes.created(Table.class)) {
            there.add(table.name());
            inline.put(
                    table.name(),
                    table.constraints().stream()
                            .filter(c -> c.references()
                                    .filter(target -> there.contains(target)
                                            || target.schema().isPresent())
                                    .isPresent())
                            .collect(Collectors.toSet()));
        }
    }

    /** Those that are made with the table: what they point to is there already, and as it will be. */
    Set<Constraint> inline(Table table) {
        return inline.getOrDefault(table.name(), Set.of());
    }

    /** Those of new tables that are made when all tables are there. */
    List<Key> afterwards() {
        List<Key> keys = new ArrayList<>();
        for (Table table : changes.created(Table.class)) {
            table.constraints().stream()
                    .filter(c -> c.kind() == Kind.FOREIGN_KEY && !inline(table).contains(c))
                    .forEach(key -> keys.add(new Key(table.name(), key)));
        }
        return keys;
    }

    /** Those of tables that go which point to one that goes before: in a circle, one has to let go. */
    List<Key> letGo() {
        List<Key> keys = new ArrayList<>();
        List<Table> left = new ArrayList<>(changes.dropped(Table.class));
        while (!left.isEmpty()) {
            Table first = left.remove(0);
            left.forEach(other -> other.constraints().stream()
                    .filter(c -> c.references().filter(first.name()::equals).isPresent())
                    .forEach(key -> keys.add(new Key(other.name(), key))));
        }
        return keys;
    }
}
