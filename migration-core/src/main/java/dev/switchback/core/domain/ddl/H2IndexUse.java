package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Index;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a constraint of H2 may stand on an index that goes: H2 takes one that fits and is there, says nowhere which, and
 * does not let it go, or drops the primary key with it.
 */
final class H2IndexUse {

    private H2IndexUse() {}

    static boolean isOnLost(Constraint constraint, TableEdits edits) {
        return edits.droppedIndexes().stream().anyMatch(index -> fits(constraint, index));
    }

    private static boolean fits(Constraint constraint, Index index) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE -> index.unique() && isKeyOf(index, constraint);
            case FOREIGN_KEY -> new HashSet<>(index.columns()).containsAll(constraint.columns());
            case CHECK, EXCLUSION -> false;
        };
    }

    /** H2 counts the columns, and does not see that one of them is named twice in the constraint. */
    private static boolean isKeyOf(Index index, Constraint constraint) {
        Set<String> columns = new HashSet<>(index.columns());
        return columns.equals(new HashSet<>(constraint.columns()))
                || (index.columns().size() == constraint.columns().size() && columns.containsAll(constraint.columns()));
    }

    /** Whether it is a key that a foreign key can point to. */
    static boolean isLostKey(Constraint constraint, TableEdits edits) {
        return constraint.kind() != Kind.FOREIGN_KEY && isOnLost(constraint, edits);
    }
}
