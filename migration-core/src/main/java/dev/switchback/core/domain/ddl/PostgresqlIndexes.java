package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes the indexes of a table of PostgreSQL that stays; what only gets another name is renamed. */
final class PostgresqlIndexes {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final Table before;
    private final String name;
    private final List<Index> old;
    private final List<Index> now;

    PostgresqlIndexes(PostgresqlScript script, PostgresqlRebuild rebuild, PostgresqlPartition table) {
        this.script = script;
        this.rebuild = rebuild;
        this.before = table.before();
        this.name = PostgresqlNames.of(table.after().name());
        this.old = new ArrayList<>(table.indexesBefore().toList());
        this.now = new ArrayList<>(table.indexesAfter().toList());
    }

    /**
     * Writes it.
     *
     * @return those that made a key of their columns and go, for good or for a while
     */
    List<Index> write() {
        rename();
        List<Index> keys = new ArrayList<>();
        for (Index index : old) {
            if (!stays(index, now)) {
                script.add(Phase.DROP_INDEXES, "DROP INDEX " + PostgresqlNames.of(index.name()));
                if (index.unique()) {
                    keys.add(index);
                }
            }
        }
        for (Index index : now) {
            if (!stays(index, old)) {
                make(index);
            } else {
                comment(index);
            }
        }
        return keys;
    }

    private void make(Index index) {
        if (index.unique() && before.indexes().stream().noneMatch(index::equals)) {
            script.addRejecting(
                    Phase.CREATE_INDEXES, index.definition(), "fails if two rows of " + name + " are the same in it");
        } else {
            script.add(Phase.CREATE_INDEXES, index.definition());
        }
        PostgresqlCreateTable.comment(index).ifPresent(sql -> script.add(Phase.CREATE_INDEXES, sql));
    }

    private void comment(Index index) {
        Optional<String> then = old.stream()
                .filter(i -> i.name().equals(index.name()))
                .findFirst()
                .flatMap(Index::comment);
        if (!then.equals(index.comment())) {
            script.add(
                    Phase.CREATE_INDEXES,
                    PostgresqlCreateTable.comment(index)
                            .orElse("COMMENT ON INDEX " + PostgresqlNames.of(index.name()) + " IS NULL"));
        }
    }

    private boolean stays(Index index, List<Index> others) {
        return others.stream()
                        .anyMatch(i ->
                                i.name().equals(index.name()) && i.definition().equals(index.definition()))
                && !isTakenOff(index);
    }

    private boolean isTakenOff(Index index) {
        return rebuild.isTakenOff(before.name(), index.columns(), index.definition());
    }

    /** Takes those out of the lists that differ in the name only. */
    private void rename() {
        for (Index then : List.copyOf(old)) {
            Optional<Index> next = now.stream()
                    .filter(i -> !stays(then, now) && !stays(i, old))
                    .filter(i -> renamed(then, i.name()).equals(i.definition()))
                    .filter(i -> !isTakenOff(i))
                    .filter(i -> i.comment().equals(then.comment()))
                    .filter(i ->
                            before.indexes().stream().noneMatch(o -> o.name().equals(i.name())))
                    .findFirst();
            if (next.isPresent()) {
                old.remove(then);
                now.remove(next.get());
                script.add(
                        Phase.RENAMES,
                        "ALTER INDEX " + PostgresqlNames.of(then.name()) + " RENAME TO "
                                + PostgresqlNames.of(next.get().name()));
            }
        }
    }

    private static String renamed(Index index, String name) {
        return index.definition()
                .replace(
                        "INDEX " + PostgresqlNames.of(index.name()) + " ON ",
                        "INDEX " + PostgresqlNames.of(name) + " ON ");
    }
}
