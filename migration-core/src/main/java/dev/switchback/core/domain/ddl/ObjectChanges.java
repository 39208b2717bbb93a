package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The changes of a difference, by what becomes of the objects. */
final class ObjectChanges {

    private final SchemaDifference difference;

    ObjectChanges(SchemaDifference difference) {
        this.difference = difference;
    }

    /** New ones, each after what it needs. */
    <T extends SchemaObject> List<T> created(Class<T> type) {
        return DependencyOrder.sorted(all(Change.Created.class)
                .map(Change.Created::object)
                .filter(type::isInstance)
                .map(type::cast)
                .toList());
    }

    /** Those that go, each before what it needs. */
    <T extends SchemaObject> List<T> dropped(Class<T> type) {
        List<T> objects = new ArrayList<>(DependencyOrder.sorted(all(Change.Dropped.class)
                .map(Change.Dropped::object)
                .filter(type::isInstance)
                .map(type::cast)
                .toList()));
        Collections.reverse(objects);
        return objects;
    }

    /** Those that are replaced as a whole: what they become. */
    <T extends SchemaObject> List<T> replaced(Class<T> type) {
        return all(Change.Replaced.class)
                .map(Change.Replaced::after)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<Change.TableChanged> tables() {
        return all(Change.TableChanged.class).toList();
    }

    private <C extends Change> Stream<C> all(Class<C> type) {
        return difference.changes().stream().filter(type::isInstance).map(type::cast);
    }
}
