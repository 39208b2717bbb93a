package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The partitions of PostgreSQL that are not parts of the same table in two schemas: they go, come, are detached or attached.
 * Their rows are rows of the partitioned table in one of the two only, and that is no loss that nobody has spoken of: if they
 * go, the script says so; if they stay, they are counted as a table of their own.
 *
 * @param names their names, with those of their own partitions
 */
record MovedPartitions(Set<ObjectName> names) {

    private static final String PART_OF = "PARTITION OF ";
    private static final String PARTED_BY = "PARTITION BY ";

    /** Copies the set. */
    MovedPartitions {
        names = Set.copyOf(names);
    }

    static MovedPartitions between(DatabaseSchema from, DatabaseSchema to) {
        Set<ObjectName> moved = new HashSet<>();
        Set<ObjectName> all = new HashSet<>(from.tables().keySet());
        all.addAll(to.tables().keySet());
        for (ObjectName name : all) {
            if (!whole(from.table(name)).equals(whole(to.table(name)))) {
                moved.add(name);
            }
        }
        int size;
        do {
            size = moved.size();
            Stream.of(from, to)
                    .flatMap(schema -> schema.tables().values().stream())
                    .filter(table -> whole(Optional.of(table))
                            .filter(parent -> isNameOf(moved, parent))
                            .isPresent())
                    .forEach(table -> moved.add(table.name()));
        } while (moved.size() > size);
        return new MovedPartitions(moved);
    }

    /** The table that one is a part of, as it is written. */
    private static Optional<String> whole(Optional<Table> table) {
        return table.flatMap(t -> line(t, PART_OF)).map(text -> text.replaceFirst(" (FOR VALUES .*|DEFAULT)$", ""));
    }

    private static Optional<String> line(Table table, String begin) {
        return table.options()
                .lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst();
    }

    private static boolean isNameOf(Collection<ObjectName> names, String written) {
        return names.stream().anyMatch(name -> written.equals(name.name()) || written.equals(quoted(name)));
    }

    private static String quoted(ObjectName name) {
        return '"' + name.name().replace("\"", "\"\"") + '"';
    }

    /** What follows the name of a table in a query that is to leave out the rows of these; nothing if it has no parts. */
    String condition(Table table) {
        if (names.isEmpty() || line(table, PARTED_BY).isEmpty()) {
            return "";
        }
        // one that is not there has no number, and takes nothing out
        return new TreeSet<>(names)
                .stream()
                        .map(name -> "tableoid IS DISTINCT FROM to_regclass('"
                                + quoted(name).replace("'", "''") + "')")
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }
}
