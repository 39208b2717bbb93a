package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Views that change, and those that have to be away because H2 does not touch a column, table or view that one reads. */
final class H2ViewRebuild {

    private final SchemaDifference difference;
    private final List<View> away = new ArrayList<>();

    H2ViewRebuild(SchemaDifference difference, ObjectChanges changes, List<H2Alter> alters) {
        this.difference = difference;
        Set<ObjectName> touched = new HashSet<>();
        alters.stream()
                .filter(H2Alter::disturbsViews)
                .forEach(alter -> touched.add(alter.edits().after().name()));
        changes.dropped(Table.class).forEach(table -> touched.add(table.name()));
        changes.dropped(View.class).forEach(view -> touched.add(view.name()));
        changes.replaced(View.class).forEach(view -> touched.add(view.name()));
        for (View view : DependencyOrder.sorted(difference.from().views().values())) {
            if (touched.contains(view.name())
                    || view.dependencies().stream().anyMatch(d -> touched.contains(d.object()))) {
                touched.add(view.name());
                away.add(view);
            }
        }
    }

    /** Each before what it reads. */
    List<DdlStatement> dropped() {
        List<View> order = new ArrayList<>(away);
        Collections.reverse(order);
        return order.stream()
                .map(view -> DdlStatement.of(
                        "DROP " + (view.materialized() ? "MATERIALIZED VIEW " : "VIEW ") + name(view.name())))
                .toList();
    }

    /** Each after what it reads: those that are new or other ones, and those that were away. */
    List<DdlStatement> created() {
        Set<ObjectName> gone = new HashSet<>();
        away.forEach(view -> gone.add(view.name()));
        List<DdlStatement> script = new ArrayList<>();
        for (View view : DependencyOrder.sorted(difference.to().views().values())) {
            if (gone.contains(view.name()) || !difference.from().views().containsKey(view.name())) {
                script.add(DdlStatement.of(view.definition()));
                view.comment()
                        .ifPresent(c -> script.add(
                                DdlStatement.of(H2Definitions.comment("VIEW " + name(view.name()), view.comment()))));
            }
        }
        return script;
    }
}
