package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Routine;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject.Kind;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.Trigger;
import dev.switchback.core.domain.schema.UserType;
import dev.switchback.core.domain.schema.View;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a difference forces to be taken off and put back although it does not differ itself: PostgreSQL changes no type of a
 * column that a view, a computed column or a trigger reads, and drops no function that something calls.
 */
final class PostgresqlRebuild {

    private final DatabaseSchema from;
    private final DatabaseSchema to;
    private final SchemaDifference difference;

    /** Types that are made anew because they cannot be altered, and routines that cannot be replaced. */
    private final Set<ObjectName> types = new HashSet<>();

    private final Set<String> routines = new HashSet<>();
    private final Set<String> lostNames = new HashSet<>();

    /** Columns whose type changes, that go, or that are computed anew. */
    private final Set<Dependency> touched = new HashSet<>();

    private final Set<Dependency> computedAnew = new HashSet<>();
    private final Set<ObjectName> views = new HashSet<>();
    private final Set<String> triggers = new HashSet<>();

    PostgresqlRebuild(SchemaDifference difference) {
        this.difference = difference;
        this.from = difference.from();
        this.to = difference.to();
        for (Change change : difference.changes()) {
            if (change instanceof Change.Replaced replaced
                    && replaced.before() instanceof UserType before
                    && replaced.after() instanceof UserType after
                    && !canBeAltered(replaced, before, after)) {
                types.add(before.name());
                lostNames.add(before.name().name());
            }
        }
        int size;
        do {
            size = size();
            grow();
        } while (size() > size);
    }

    private int size() {
        return routines.size() + touched.size() + computedAnew.size() + views.size() + triggers.size();
    }

    private void grow() {
        from.tables().values().forEach(before -> to.table(before.name()).ifPresent(after -> columns(before, after)));
        for (Routine routine : from.routines().values()) {
            Routine after = to.routines().get(routine.name() + routine.arguments());
            if (after == null
                    || !signature(routine).equals(signature(after))
                    || needsWhatGoes(routine.dependencies())) {
                routines.add(routine.name() + routine.arguments());
                lostNames.add(routine.name().name());
            }
        }
        from.views().values().stream().filter(this::goes).map(View::name).forEach(views::add);
        from.triggers().values().stream()
                .filter(this::goes)
                .map(PostgresqlRebuild::key)
                .forEach(triggers::add);
    }

    /** An enum that only gets values, of which the script makes no use: that waits until the transaction has ended. */
    private boolean canBeAltered(Change change, UserType before, UserType after) {
        if (before.kind() != after.kind()) {
            return false;
        }
        if (before.kind() == Kind.DOMAIN) {
            return PostgresqlDomain.of(before)
                    .base()
                    .equals(PostgresqlDomain.of(after).base());
        }
        Set<String> old = Set.copyOf(before.labels());
        boolean grows = after.labels().stream().filter(old::contains).toList().equals(before.labels());
        return grows
                && !isGivenToColumns(after)
                && after.labels().stream()
                        .filter(label -> !old.contains(label))
                        .map(PostgresqlNames::text)
                        .noneMatch(text -> difference.changes().stream()
                                .anyMatch(c -> !c.equals(change) && c.toString().contains(text)));
    }

    /** Whether a column of another type gets this one: its values may be new ones of the type. */
    private boolean isGivenToColumns(UserType type) {
        String name = PostgresqlNames.of(type.name());
        return from.tables().values().stream()
                .anyMatch(before -> to.table(before.name()).stream()
                        .flatMap(after -> after.columns().stream())
                        .filter(now -> now.type().equals(name) || now.type().equals(name + "[]"))
                        .anyMatch(now -> before.column(now.name())
                                .filter(old -> !old.type().equals(now.type()))
                                .isPresent()));
    }

    private void columns(Table before, Table after) {
        for (Column old : before.columns()) {
            Optional<Column> now = after.column(old.name());
            Dependency column = new Dependency(before.name(), Optional.of(old.name()));
            if (now.isEmpty() || isRetyped(old, now.get())) {
                touched.add(column);
            }
            if (now.isPresent() && isComputedAnew(before, old, now.get())) {
                touched.add(column);
                computedAnew.add(column);
            }
        }
    }

    /** Whether a column gets another type, or a new one of the same name. */
    boolean isRetyped(Column before, Column after) {
        return !before.type().equals(after.type())
                || !before.collation().equals(after.collation())
                || types.stream()
                        .map(PostgresqlNames::of)
                        .anyMatch(t -> after.type().equals(t) || after.type().equals(t + "[]"));
    }

    private boolean isComputedAnew(Table table, Column before, Column after) {
        if (after.generated().isEmpty()) {
            return before.generated().filter(g -> g.endsWith("VIRTUAL")).isPresent();
        }
        String expression = before.generated().orElse("");
        return !Objects.equals(before.generated(), after.generated())
                || isRetyped(before, after)
                || mentionsLost(expression)
                || table.columns().stream()
                        .filter(c -> !c.name().equals(before.name()))
                        .filter(c -> isTouched(table.name(), c.name()))
                        .anyMatch(c -> PostgresqlNames.mentions(expression, c.name()));
    }

    /** Everything up to the body: with another one of these a function cannot be replaced. */
    private static String signature(Routine routine) {
        int end = routine.definition().indexOf("\n LANGUAGE");
        return end < 0 ? routine.definition() : routine.definition().substring(0, end);
    }

    private boolean needsWhatGoes(Set<Dependency> dependencies) {
        return dependencies.stream()
                .anyMatch(d -> touched.contains(d)
                        || views.contains(d.object())
                        || types.contains(d.object())
                        || (from.tables().containsKey(d.object())
                                && !to.tables().containsKey(d.object()))
                        || from.routines().values().stream()
                                .filter(r -> r.name().equals(d.object()))
                                .anyMatch(this::goes));
    }

    private boolean goes(View view) {
        View after = to.views().get(view.name());
        return after == null
                || needsWhatGoes(view.dependencies())
                || (!view.definition().equals(after.definition()) && !PostgresqlViewText.canReplace(view, after));
    }

    private boolean goes(Trigger trigger) {
        Trigger after = to.triggers().get(key(trigger));
        return after == null
                || !trigger.definition().equals(after.definition())
                || views.contains(trigger.table())
                || needsWhatGoes(trigger.dependencies());
    }

    private static String key(Trigger trigger) {
        return trigger.table() + "." + trigger.name().name();
    }

    boolean goes(Routine routine) {
        return routines.contains(routine.name() + routine.arguments());
    }

    boolean isRebuilt(UserType type) {
        return types.contains(type.name());
    }

    /** The sequence from which a column takes its default, as it will be. */
    Optional<PostgresqlNextValue> nextValue(Column column) {
        return PostgresqlNextValue.of(to, column);
    }

    /** Whether rows that are there have no value for a new column, and must have one: for the column or for its domain. */
    boolean lacksValue(Column column) {
        boolean given = column.defaultExpression().isPresent()
                || column.identity().isPresent()
                || column.generated().isPresent();
        return column.isRequired()
                || (!given
                        && to.types().values().stream()
                                .filter(t -> t.kind() == Kind.DOMAIN
                                        && PostgresqlNames.of(t.name()).equals(column.type()))
                                .map(PostgresqlDomain::of)
                                .anyMatch(d -> d.required() && d.fallback().isEmpty()));
    }

    /** Whether a type is made anew, so that for a while there are two of it, which cannot be compared. */
    boolean isRebuilt(String type) {
        return from.types().values().stream()
                .filter(this::isRebuilt)
                .anyMatch(t -> PostgresqlNames.of(t.name()).equals(type));
    }

    /** Whether a type is none of PostgreSQL's. */
    boolean isUserType(String type) {
        String element = type.endsWith("[]") ? type.substring(0, type.length() - 2) : type;
        return Stream.concat(from.types().keySet().stream(), to.types().keySet().stream())
                .map(PostgresqlNames::of)
                .anyMatch(element::equals);
    }

    boolean isTouched(ObjectName table, String column) {
        return touched.contains(new Dependency(table, Optional.of(column)));
    }

    boolean isComputedAnew(ObjectName table, String column) {
        return computedAnew.contains(new Dependency(table, Optional.of(column)));
    }

    /** Whether a text calls a function, or names a type, that goes and comes back. */
    boolean mentionsLost(String text) {
        return lostNames.stream().anyMatch(name -> PostgresqlNames.mentions(text, name));
    }

    /** Whether a text calls a function that goes. */
    boolean callsLost(String text) {
        return from.routines().values().stream()
                .filter(this::goes)
                .anyMatch(r -> PostgresqlNames.mentions(text, r.name().name()));
    }

    /** Whether an index or a constraint of a table is taken off although it stays: for its text or for its columns. */
    boolean isTakenOff(ObjectName table, Iterable<String> columns, String definition) {
        for (String column : columns) {
            if (isComputedAnew(table, column)) {
                return true;
            }
        }
        return mentionsLost(definition);
    }

    /** Those that were there and go, for good or not. */
    Stream<View> viewsThatGo() {
        return from.views().values().stream().filter(v -> views.contains(v.name()));
    }

    /** Those that are made, for the first time or again. */
    Predicate<View> viewsThatCome() {
        return view -> !from.views().containsKey(view.name()) || views.contains(view.name());
    }

    Stream<Trigger> triggersThatGo() {
        return from.triggers().values().stream().filter(t -> triggers.contains(key(t)));
    }

    Stream<Trigger> triggersThatCome() {
        return to.triggers().entrySet().stream()
                .filter(e -> !from.triggers().containsKey(e.getKey()) || triggers.contains(e.getKey()))
                .map(Map.Entry::getValue);
    }
}
