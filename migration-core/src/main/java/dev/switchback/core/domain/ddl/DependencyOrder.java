package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Puts objects into an order in which they can be made: what an object needs comes before it. Otherwise they stay in the
 * order in which they come. A circle, as tables have that point to each other, is cut at the object that comes first;
 * whoever writes the statements sees a foreign key that points to a later table, and makes it afterwards.
 */
final class DependencyOrder<T extends SchemaObject> {

    private final Map<ObjectName, List<T>> byName = new HashMap<>();
    private final Function<? super T, Set<ObjectName>> needs;
    private final Set<T> begun = new HashSet<>();
    private final List<T> sorted = new ArrayList<>();

    private DependencyOrder(Collection<? extends T> objects, Function<? super T, Set<ObjectName>> needs) {
        this.needs = needs;
        objects.forEach(
                o -> byName.computeIfAbsent(o.name(), n -> new ArrayList<>()).add(o));
    }

    /**
     * Sorts by what the catalog says.
     *
     * @param objects the objects; what they need besides is there already
     * @return the same, each after what it needs
     */
    static <T extends SchemaObject> List<T> sorted(Collection<? extends T> objects) {
        return sorted(objects, DependencyOrder::needs);
    }

    /**
     * Sorts by what the caller knows.
     *
     * @param objects the objects
     * @param needs the names of what one needs
     * @return the same, each after what it needs
     */
    static <T extends SchemaObject> List<T> sorted(
            Collection<? extends T> objects, Function<? super T, Set<ObjectName>> needs) {
        DependencyOrder<T> order = new DependencyOrder<>(objects, needs);
        objects.forEach(order::place);
        return order.sorted;
    }

    /** What the catalog says that an object needs. */
    static Set<ObjectName> needs(SchemaObject object) {
        return object.dependencies().stream().map(Dependency::object).collect(Collectors.toSet());
    }

    private void place(T object) {
        if (!begun.add(object)) {
            return;
        }
        needs.apply(object).stream()
                .sorted()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .forEach(this::place);
        sorted.add(object);
    }
}
