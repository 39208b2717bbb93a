package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.RenameDecision;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What looks like a rename and was not named: a table that goes while one comes that has half of its columns, a column
 * that goes while one of the same type comes, of whatever length. Each is asked about; nothing is guessed.
 */
final class LikelyRenames {

    private static final double ALIKE = 0.5;

    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final RenameDecision decision;
    private final Map<ObjectName, ObjectName> tables;
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();
    private final List<Rename> undecided = new ArrayList<>();

    private LikelyRenames(DatabaseSchema from, DatabaseSchema to, Renames given, RenameDecision decision) {
        this.from = from;
        this.to = to;
        this.decision = decision;
        this.tables = new TreeMap<>(given.tables());
        given.columns().forEach((table, names) -> columns.put(table, new TreeMap<>(names)));
    }

    /** Those that were named and those that are now decided. */
    static Renames decide(DatabaseSchema from, DatabaseSchema to, Renames given, RenameDecision decision) {
        LikelyRenames renames = new LikelyRenames(from, to, given, decision);
        renames.tables();
        renames.columns();
        renames.refuseUndecided();
        return new Renames(renames.tables, renames.columns);
    }

    private void tables() {
        for (Table gone : from.tables().values()) {
            if (to.tables().containsKey(gone.name()) || tables.containsKey(gone.name())) {
                continue;
            }
            to.tables().values().stream()
                    .filter(table -> !from.tables().containsKey(table.name()) && !tables.containsValue(table.name()))
                    .filter(table -> likeness(gone, table) >= ALIKE)
                    .sorted(Comparator.comparingDouble((Table table) -> -likeness(gone, table)))
                    .filter(table -> isRename(new Rename(
                            gone.name().toString(),
                            Optional.empty(),
                            table.name().toString())))
                    .findFirst()
                    .ifPresent(table -> tables.put(gone.name(), table.name()));
        }
    }

    private static double likeness(Table one, Table other) {
        Set<String> both = shape(one);
        both.retainAll(shape(other));
        return (double) both.size()
                / Math.max(one.columns().size(), other.columns().size());
    }

    private static Set<String> shape(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void columns() {
        for (Table before : from.tables().values()) {
            ObjectName name = tables.getOrDefault(before.name(), before.name());
            to.table(name).ifPresent(after -> columns(before, after));
        }
    }

    private void columns(Table before, Table after) {
        Map<String, String> known = columns.getOrDefault(after.name(), new TreeMap<>());
        for (Column gone : before.columns()) {
            if (after.column(gone.name()).isPresent() || known.containsKey(gone.name())) {
                continue;
            }
            after.columns().stream()
                    .filter(c -> before.column(c.name()).isEmpty() && !known.containsValue(c.name()))
                    .filter(c -> kind(c).equals(kind(gone)) && c.generated().equals(gone.generated()))
                    .sorted(Comparator.comparing((Column c) -> !c.type().equals(gone.type())))
                    .filter(c -> isRename(new Rename(before.name().toString(), Optional.of(gone.name()), c.name())))
                    .findFirst()
                    .ifPresent(column -> known.put(gone.name(), column.name()));
        }
        if (!known.isEmpty()) {
            columns.put(after.name(), known);
        }
    }

    /** Who renames a column may well make it longer at the same time. */
    private static String kind(Column column) {
        int length = column.type().indexOf('(');
        return length < 0 ? column.type() : column.type().substring(0, length);
    }

    private boolean isRename(Rename likely) {
        Optional<Boolean> decided = decision.isRename(likely);
        if (decided.isEmpty()) {
            undecided.add(likely);
        }
        return decided.orElse(false);
    }

    private void refuseUndecided() {
        if (!undecided.isEmpty()) {
            throw new InvalidRequestException(
                    "rename",
                    "this may be renamed, or dropped and made anew, which loses the rows:"
                            + undecided.stream().map(r -> "\n  " + r).collect(Collectors.joining()),
                    "say which: "
                            + undecided.stream()
                                    .map(r -> new RenameOption(r).toString())
                                    .collect(Collectors.joining(" "))
                            + "\nor, if none of it is a rename: --no-renames");
        }
    }
}
