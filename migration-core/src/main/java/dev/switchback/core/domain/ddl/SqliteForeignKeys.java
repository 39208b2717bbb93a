package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the foreign keys of SQLite have to be off while a script runs.
 *
 * @param from the schema that it begins with
 * @param to the schema that it leads to
 * @param rebuilt the tables that are made anew: each old one with its new one
 */
record SqliteForeignKeys(DatabaseSchema from, DatabaseSchema to, Map<Table, Table> rebuilt) {

    /**
     * Dropping a table deletes its rows, and with foreign keys on what points to them; and no row gets into a table that
     * points to one that is not there.
     *
     * @param dropped the tables that go, in their order
     */
    boolean haveToBeOff(List<Table> dropped) {
        return isRebuiltPointedTo() || pointsToNothing() || isDroppedPointedTo(dropped) || isMissed(dropped);
    }

    /** A model can point to a table that it does not have; the rows that do are nobody's to delete. */
    private boolean isMissed(List<Table> dropped) {
        return to.tables().values().stream()
                .flatMap(SqliteForeignKeys::targets)
                .anyMatch(name -> dropped.stream().anyMatch(t -> SqliteScript.isSame(t.name(), name)));
    }

    private boolean isRebuiltPointedTo() {
        return Stream.of(from, to)
                .flatMap(schema -> schema.tables().values().stream())
                .flatMap(SqliteForeignKeys::targets)
                .anyMatch(name -> rebuilt.keySet().stream().anyMatch(t -> SqliteScript.isSame(t.name(), name)));
    }

    private boolean pointsToNothing() {
        return rebuilt.values().stream()
                .flatMap(SqliteForeignKeys::targets)
                .anyMatch(name -> to.tables().keySet().stream().noneMatch(t -> SqliteScript.isSame(t, name)));
    }

    private static boolean isDroppedPointedTo(List<Table> dropped) {
        for (int i = 0; i < dropped.size(); i++) {
            ObjectName name = dropped.get(i).name();
            if (dropped.subList(i + 1, dropped.size()).stream()
                    .flatMap(SqliteForeignKeys::targets)
                    .anyMatch(target -> SqliteScript.isSame(target, name))) {
                return true;
            }
        }
        return false;
    }

    private static Stream<ObjectName> targets(Table table) {
        return table.constraints().stream()
                .filter(c -> c.kind() == Constraint.Kind.FOREIGN_KEY)
                .flatMap(c -> c.references().stream());
    }
}
