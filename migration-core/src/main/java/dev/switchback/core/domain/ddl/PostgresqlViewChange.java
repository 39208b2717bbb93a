package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.View;
import dev.switchback.core.domain.schema.ViewAddition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes a view of PostgreSQL, for the first time or again, or changes what is around the one that is there. */
final class PostgresqlViewChange {

    private final PostgresqlScript script;
    private final PostgresqlObjects objects;

    /** Empty if there is none, or if it has been dropped on the way. */
    private final Optional<View> before;

    private final View after;

    PostgresqlViewChange(PostgresqlScript script, PostgresqlRebuild rebuild, Optional<View> before, View after) {
        this.script = script;
        this.objects = new PostgresqlObjects(script, rebuild);
        this.before = before.filter(v -> !rebuild.viewsThatCome().test(after));
        this.after = after;
    }

    void write() {
        List<Index> indexes = before.map(View::indexes).orElse(List.of());
        List<ViewAddition> additions = before.map(View::additions).orElse(List.of());
        takeOff(additions);
        definition();
        indexes.stream()
                .filter(i -> !after.indexes().contains(i))
                .forEach(i -> script.add(Phase.DROP_INDEXES, "DROP INDEX " + PostgresqlNames.of(i.name())));
        after.indexes().stream().filter(i -> !indexes.contains(i)).forEach(this::make);
        objects.comment(Phase.VIEWS_AND_ROUTINES, after, before.flatMap(View::comment), after.comment());
        after.additions().stream()
                .filter(a -> !additions.contains(a))
                .forEach(a -> script.add(Phase.VIEWS_AND_ROUTINES, a.create()));
    }

    private void definition() {
        if (before.isEmpty()) {
            script.add(Phase.VIEWS_AND_ROUTINES, after.definition());
        } else if (!before.get().definition().equals(after.definition())) {
            script.add(Phase.VIEWS_AND_ROUTINES, PostgresqlViewText.replacing(after));
        }
    }

    /** Those of which nothing else takes the place; the last first, so that the comment of a rule goes before it. */
    private void takeOff(List<ViewAddition> additions) {
        List<ViewAddition> gone = new ArrayList<>(additions.stream()
                .filter(a -> after.additions().stream()
                        .noneMatch(other -> other.drop().equals(a.drop())))
                .toList());
        Collections.reverse(gone);
        gone.forEach(a -> script.add(Phase.VIEWS_AND_ROUTINES, a.drop()));
    }

    private void make(Index index) {
        script.add(Phase.VIEWS_AND_ROUTINES, index.definition());
        PostgresqlCreateTable.comment(index).ifPresent(sql -> script.add(Phase.VIEWS_AND_ROUTINES, sql));
    }
}
