package dev.switchback.core.domain.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Compares two states of one table. The order of columns is no difference: no database but by a rebuild can change it. */
final class TableDiff {

    private final List<TableEdit> edits = new ArrayList<>();
    private final Table before;
    private final Table after;

    private TableDiff(Table before, Table after) {
        this.before = before;
        this.after = after;
    }

    static List<TableEdit> between(Table before, Table after) {
        TableDiff diff = new TableDiff(before, after);
        diff.whole();
        diff.columns();
        diff.constraints();
        diff.indexes();
        return diff.edits;
    }

    private void whole() {
        if (!before.options().equals(after.options())) {
            edits.add(new TableEdit.OptionsChanged(before.options(), after.options()));
        }
        if (!before.comment().equals(after.comment())) {
            edits.add(new TableEdit.CommentChanged(
                    before.comment().orElse(""), after.comment().orElse("")));
        }
    }

    private void columns() {
        Map<String, Column> old = byKey(before.columns(), Column::name);
        for (Column now : after.columns()) {
            Column then = old.remove(now.name());
            if (then == null) {
                edits.add(new TableEdit.ColumnAdded(now));
            } else if (!then.equals(now)) {
                edits.add(new TableEdit.ColumnChanged(then, now));
            }
        }
        old.values().forEach(column -> edits.add(new TableEdit.ColumnDropped(column)));
    }

    /** Those without a name of their own are paired by what they demand, each only once. */
    private void constraints() {
        List<Constraint> left = new ArrayList<>(before.constraints());
        for (Constraint now : after.constraints()) {
            int same = indexOf(left, now);
            if (same >= 0) {
                left.remove(same);
            } else {
                edits.add(new TableEdit.ConstraintAdded(now));
            }
        }
        left.forEach(constraint -> edits.add(new TableEdit.ConstraintDropped(constraint)));
    }

    private static int indexOf(List<Constraint> constraints, Constraint wanted) {
        for (int i = 0; i < constraints.size(); i++) {
            if (constraints.get(i).isSameAs(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private void indexes() {
        Map<String, Index> old = byKey(before.indexes(), Index::name);
        for (Index now : after.indexes()) {
            Index then = old.remove(now.name());
            if (!Objects.equals(then, now)) {
                if (then != null) {
                    edits.add(new TableEdit.IndexDropped(then));
                }
                edits.add(new TableEdit.IndexAdded(now));
            }
        }
        old.values().forEach(index -> edits.add(new TableEdit.IndexDropped(index)));
    }

    private static <T> Map<String, T> byKey(List<T> list, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        list.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
