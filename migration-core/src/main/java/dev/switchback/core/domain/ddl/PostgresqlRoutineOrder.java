package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When the routines of a schema of PostgreSQL can be made: the catalog knows what they take and give back, but of most not
 * what their bodies read and call. That is looked for by name.
 */
final class PostgresqlRoutineOrder {

    /** What the catalog puts around a body; without it the last word of one is none. */
    private static final Pattern AROUND_THE_BODY = Pattern.compile("\\$(?:function|procedure)x*\\$");

    /** A name without quotes, as it stands in a body. */
    private static final Pattern WORD = Pattern.compile("(?<![\\w$\"])[\\w$]+(?![\\w$\"])");

    private final DatabaseSchema schema;
    private final Set<ObjectName> relations = new HashSet<>();

    /** What routines need: bodies are read once, however often somebody asks. */
    private final Map<Routine, Set<ObjectName>> known = new HashMap<>();

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
        return object instanceof Routine routine && isCheckedAtOnce(routine)
                ? known.computeIfAbsent(routine, this::read)
                : DependencyOrder.needs(object);
    }

    private Set<ObjectName> read(Routine routine) {
        String text = AROUND_THE_BODY.matcher(routine.definition()).replaceAll(" ");
        Set<String> words = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        Set<ObjectName> needs = new HashSet<>(DependencyOrder.needs(routine));
        Stream.concat(relations.stream(), schema.routines().values().stream().map(Routine::name))
                .filter(name -> !name.equals(routine.name()))
                .filter(name -> isNamed(name.name(), words, text))
                .forEach(needs::add);
        return needs;
    }

    private static boolean isNamed(String name, Set<String> words, String text) {
        boolean bare = PostgresqlNames.of(name).equals(name);
        return bare ? words.contains(name) : text.contains(name) && PostgresqlNames.mentions(text, name);
    }

    /** The body of a function in SQL is looked at when it is made, that in another language when it runs. */
    private static boolean isCheckedAtOnce(Routine routine) {
        return routine.definition().toLowerCase(Locale.ROOT).contains("\n language sql");
    }
}
