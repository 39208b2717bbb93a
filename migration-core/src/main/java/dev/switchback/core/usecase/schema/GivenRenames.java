package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.schema.Rename;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The renames that somebody named, found in the two schemas. */
final class GivenRenames {

    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final Map<ObjectName, ObjectName> tables = new TreeMap<>();
    private final Map<ObjectName, Map<String, String>> columns = new HashMap<>();

    private GivenRenames(DatabaseSchema from, DatabaseSchema to) {
        this.from = from;
        this.to = to;
    }

    /** Tables come first: the columns of a renamed one can be named by its old or its new name. */
    static Renames of(List<Rename> given, DatabaseSchema from, DatabaseSchema to) {
        GivenRenames renames = new GivenRenames(from, to);
        List<Rename> meant = given.stream().map(renames::meant).toList();
        meant.stream().filter(rename -> rename.column().isEmpty()).forEach(renames::table);
        meant.stream().filter(rename -> rename.column().isPresent()).forEach(renames::column);
        return new Renames(renames.tables, renames.columns);
    }

    /** A dot can be a part of a name: the names that there are tell where a table ends. */
    private Rename meant(Rename rename) {
        if (rename.column().isEmpty()) {
            return new Rename(rename.table(), Optional.empty(), present(to, rename.to()));
        }
        String whole = rename.table() + "." + rename.column().get();
        if (find(from, whole).isPresent() && find(to, whole).isEmpty()) {
            String again = rename.table() + "." + rename.to();
            boolean known = find(to, rename.to()).isPresent();
            return new Rename(whole, Optional.empty(), known || find(to, again).isEmpty() ? rename.to() : again);
        }
        for (int dot = whole.lastIndexOf('.'); dot > 0; dot = whole.lastIndexOf('.', dot - 1)) {
            String table = whole.substring(0, dot);
            if (find(from, table).or(() -> find(to, table)).isPresent()) {
                return new Rename(table, Optional.of(whole.substring(dot + 1)), rename.to());
            }
        }
        return rename;
    }

    /** The new name, if need be without a schema before it. */
    private static String present(DatabaseSchema schema, String name) {
        return find(schema, name).isPresent() ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    private void table(Rename rename) {
        ObjectName before = find(from, rename.table()).orElseThrow(() -> unknown(rename, "table", rename.table()));
        ObjectName after = find(to, rename.to()).orElseThrow(() -> notWanted(rename, "table " + rename.to()));
        if (to.tables().containsKey(before)) {
            throw refused(rename, "the desired schema still has table " + before);
        }
        if (from.tables().containsKey(after)) {
            throw refused(rename, "there is a table " + after + " already");
        }
        tables.put(before, after);
    }

    private void column(Rename rename) {
        ObjectName before = before(rename);
        ObjectName after = tables.getOrDefault(before, before);
        Table old = from.tables().get(before);
        Table now = to.tables().get(after);
        if (old == null || now == null) {
            throw unknown(rename, "table", rename.table());
        }
        String column = rename.column().orElseThrow();
        String name = find(old, column).orElseThrow(() -> unknown(rename, "column", before + "." + column));
        String wanted = find(now, rename.to())
                .or(() -> find(now, rename.to().substring(rename.to().lastIndexOf('.') + 1)))
                .orElseThrow(() -> notWanted(rename, "column " + after + "." + rename.to()));
        if (now.column(name).isPresent()) {
            throw refused(rename, "the desired schema still has column " + after + "." + name);
        }
        if (old.column(wanted).isPresent()) {
            throw refused(rename, "there is a column " + before + "." + wanted + " already");
        }
        columns.computeIfAbsent(after, table -> new TreeMap<>()).put(name, wanted);
    }

    private ObjectName before(Rename rename) {
        return find(from, rename.table())
                .or(() -> tables.entrySet().stream()
                        .filter(entry -> matches(entry.getValue(), rename.table()))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElseThrow(() -> unknown(rename, "table", rename.table()));
    }

    private static Optional<ObjectName> find(DatabaseSchema schema, String name) {
        Collection<ObjectName> names = schema.tables().keySet();
        return Stream.concat(
                        names.stream().filter(n -> n.toString().equals(name)),
                        names.stream().filter(n -> matches(n, name)))
                .findFirst();
    }

    private static Optional<String> find(Table table, String name) {
        return Stream.concat(
                        table.column(name).stream(),
                        table.columns().stream().filter(c -> c.name().equalsIgnoreCase(name)))
                .map(Column::name)
                .findFirst();
    }

    private static boolean matches(ObjectName name, String given) {
        return name.toString().equalsIgnoreCase(given);
    }

    private static InvalidRequestException unknown(Rename rename, String kind, String name) {
        return refused(rename, "there is no " + kind + " " + name + " to rename");
    }

    private static InvalidRequestException notWanted(Rename rename, String what) {
        return refused(rename, "the desired schema has no " + what);
    }

    private static InvalidRequestException refused(Rename rename, String reason) {
        return new InvalidRequestException(
                "rename",
                "'" + rename + "': " + reason,
                "write --rename OLD:NEW, or --rename TABLE.OLD:NEW for a column");
    }
}
