package dev.switchback.core.domain.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares two schemas of one dialect. Knows no dialect: whatever is equal in meaning is equal in text already. */
public final class SchemaDiff {

    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff() {}

    /**
     * What differs.
     *
     * @param from the schema it begins with
     * @param to the schema it leads to
     * @return the difference
     */
    public static SchemaDifference between(DatabaseSchema from, DatabaseSchema to) {
        SchemaDiff diff = new SchemaDiff();
        diff.objects(from.tables(), to.tables());
        diff.objects(from.types(), to.types());
        diff.objects(from.sequences(), to.sequences());
        diff.objects(from.views(), to.views());
        diff.objects(from.routines(), to.routines());
        diff.objects(from.triggers(), to.triggers());
        return new SchemaDifference(from, to, diff.changes);
    }

    private <K, T extends SchemaObject> void objects(SortedMap<K, T> from, SortedMap<K, T> to) {
        Set<K> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        for (K name : names) {
            T old = from.get(name);
            T now = to.get(name);
            if (old == null) {
                changes.add(new Change.Created(Objects.requireNonNull(now)));
            } else if (now == null) {
                changes.add(new Change.Dropped(old));
            } else if (old instanceof Table before && now instanceof Table after) {
                table(before, after);
            } else if (!old.equals(now)) {
                changes.add(new Change.Replaced(old, now));
            }
        }
    }

    private void table(Table before, Table after) {
        List<TableEdit> edits = TableDiff.between(before, after);
        if (!edits.isEmpty()) {
            changes.add(new Change.TableChanged(before, after, edits));
        }
    }
}
