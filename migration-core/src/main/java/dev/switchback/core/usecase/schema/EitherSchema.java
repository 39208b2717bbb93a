package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.schema.DatabaseSchema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a database may hold where two schemas are both right. */
final class EitherSchema {

    private EitherSchema() {}

    /**
     * The first schema, but with every object of the database as it is if the second schema has it so.
     *
     * @param live the database
     * @param first what it should hold
     * @param second what it may hold
     * @return what to compare the database with
     */
    static DatabaseSchema of(DatabaseSchema live, DatabaseSchema first, DatabaseSchema second) {
        return new DatabaseSchema(
                live.dialect(),
                either(live.tables(), first.tables(), second.tables()),
                either(live.views(), first.views(), second.views()),
                either(live.sequences(), first.sequences(), second.sequences()),
                either(live.types(), first.types(), second.types()),
                either(live.routines(), first.routines(), second.routines()),
                either(live.triggers(), first.triggers(), second.triggers()),
                first.unsupported());
    }

    private static <K, V> SortedMap<K, V> either(SortedMap<K, V> live, SortedMap<K, V> first, SortedMap<K, V> second) {
        Set<K> names = new HashSet<>(live.keySet());
        names.addAll(first.keySet());
        names.addAll(second.keySet());
        SortedMap<K, V> either = new TreeMap<>((Comparator<? super K>) first.comparator());
        for (K name : names) {
            V there = live.get(name);
            V right = Objects.equals(there, second.get(name)) ? there : first.get(name);
            if (right != null) {
                either.put(name, right);
            }
        }
        return either;
    }
}
