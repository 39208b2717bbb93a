package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.View;
import java.util.Set;
import java.util.stream.Collectors;

/** What the text of a view of PostgreSQL says about its columns. */
final class PostgresqlViewText {

    private static final String FROM = "\n   FROM ";

    private PostgresqlViewText() {}

    /**
     * Whether {@code CREATE OR REPLACE} leads from one to the other, which keeps what was granted on the view: it may get
     * further columns at its end, its others stay as they are. That they keep their types is certain only if the list of
     * columns stays word for word, and what it is taken from, too.
     */
    static boolean canReplace(View before, View after) {
        if (before.materialized() || after.materialized()) {
            return false;
        }
        int end = before.definition().indexOf(FROM);
        if (end < 0 || !after.definition().startsWith(before.definition().substring(0, end))) {
            return false;
        }
        String rest = after.definition().substring(end);
        return (rest.startsWith(FROM) || rest.startsWith(",\n    "))
                && tables(before).equals(tables(after));
    }

    private static Set<Object> tables(View view) {
        return view.dependencies().stream().map(Dependency::object).collect(Collectors.toSet());
    }

    /** The statement that makes it in place of the one that is there. */
    static String replacing(View view) {
        return view.definition().replaceFirst("^CREATE VIEW", "CREATE OR REPLACE VIEW");
    }
}
