package dev.switchback.core.domain.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constraints that are made again under the names that a database had made up for them. It would make up other ones, and
 * what drops them by the old names, as a script that runs once more after its way back, would fail.
 */
public final class MadeAgain {
    private MadeAgain() {}

    /**
     * Gives names to what stays, in case it has to give way and come again.
     *
     * @param difference what changes
     * @return the same changes
     */
    public static SchemaDifference named(SchemaDifference difference) {
        return named(difference, false);
    }

    /**
     * Gives names to what stays and to what comes back.
     *
     * @param difference what leads back to a schema that was there before
     * @return the same changes
     */
    public static SchemaDifference namedBack(SchemaDifference difference) {
        return named(difference, true);
    }

    private static SchemaDifference named(SchemaDifference difference, boolean back) {
        List<Table> before = new ArrayList<>();
        List<Table> after = new ArrayList<>();
        for (Table table : difference.to().tables().values()) {
            Optional<Table> was = difference.from().table(table.name());
            List<Constraint> from = new ArrayList<>(was.map(Table::constraints).orElse(List.of()));
            List<Constraint> to = new ArrayList<>();
            for (Constraint constraint : table.constraints()) {
                int at = indexOfSame(from, constraint);
                to.add(at >= 0 ? from.get(at).withNameGiven() : back ? constraint.withNameGiven() : constraint);
                if (at >= 0) {
                    from.set(at, from.get(at).withNameGiven());
                }
            }
            was.ifPresent(t -> before.add(t.withConstraints(from)));
            after.add(table.withConstraints(to));
        }
        return SchemaDiff.between(
                difference.from().with(before), difference.to().with(after));
    }

    /** Of two that demand the same, and have no name, each is one. */
    private static int indexOfSame(List<Constraint> from, Constraint constraint) {
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i).isSameAs(constraint)) {
                return i;
            }
        }
        return -1;
    }
}
