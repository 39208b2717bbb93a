package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When the routines of a schema of PostgreSQL can be made: the catalog knows what they take and give back, but of most not
 * what their bodies read and call. That is looked for by name.
 */
final class PostgresqlRoutineOrder {

    /** What the catalog puts around a body; without it the last word of one is none. */
    private static final Pattern AROUND_THE_BODY = Pattern.compile("\\$(?:function|procedure)x*\\$");

    private final DatabaseSchema schema;
    private final Set<ObjectName> relations = new HashSet<>();

    /** The names of those that are made when tables and views are there. */
    private final Set<ObjectName> late = new HashSet<>();

    PostgresqlRoutineOrder(DatabaseSchema schema) {
        this.schema = schema;
        relations.addAll(schema.tables().keySet());
        relations.addAll(schema.views().keySet());
        Set<ObjectName> wanted = new HashSet<>();
        schema.tables().values().forEach(t -> wanted.addAll(DependencyOrder.needs(t)));
        int size;
        do {
            size = late.size();
            schema.routines().values().stream()
                    .filter(r -> !wanted.contains(r.name()))
                    .filter(r -> needs(r).stream().anyMatch(n -> relations.contains(n) || late.contains(n)))
                    .forEach(r -> late.add(r.name()));
        } while (late.size() > size);
    }

    /** Whether it reads tables or views, or calls what does; but not if a table cannot do without it. */
    boolean isLate(Routine routine) {
        return late.contains(routine.name());
    }

    /** What has to be there before an object: what the catalog says, and what the body of a function in SQL names. */
    Set<ObjectName> needs(SchemaObject object) {
        Set<ObjectName> needs = new HashSet<>(DependencyOrder.needs(object));
        if (object instanceof Routine routine && isCheckedAtOnce(routine)) {
            String text = AROUND_THE_BODY.matcher(routine.definition()).replaceAll(" ");
            Stream.concat(
                            relations.stream(),
                            schema.routines().values().stream().map(Routine::name))
                    .filter(name -> !name.equals(routine.name()))
                    .filter(name -> PostgresqlNames.mentions(text, name.name()))
                    .forEach(needs::add);
        }
        return needs;
    }

    /** The body of a function in SQL is looked at when it is made, that in another language when it runs. */
    private static boolean isCheckedAtOnce(Routine routine) {
        return routine.definition().toLowerCase(Locale.ROOT).contains("\n language sql");
    }
}
