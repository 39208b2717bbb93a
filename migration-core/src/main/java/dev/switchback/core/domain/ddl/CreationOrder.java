package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Dependency;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts objects into an order in which each comes after what it needs; in a circle, as late as possible. */
final class CreationOrder<T extends SchemaObject> {

    private final Map<ObjectName, T> byName = new LinkedHashMap<>();
    private final Set<ObjectName> begun = new LinkedHashSet<>();
    private final List<T> done = new ArrayList<>();

    private CreationOrder(Collection<? extends T> objects) {
        objects.forEach(object -> byName.put(object.name(), object));
    }

    static <T extends SchemaObject> List<T> of(Collection<? extends T> objects) {
        CreationOrder<T> order = new CreationOrder<>(objects);
        List.copyOf(order.byName.keySet()).forEach(order::visit);
        return List.copyOf(order.done);
    }

    private void visit(ObjectName name) {
        T object = byName.get(name);
        if (object == null || !begun.add(name)) {
            return;
        }
        object.dependencies().stream().map(Dependency::object).sorted().forEach(this::visit);
        done.add(object);
    }
}
