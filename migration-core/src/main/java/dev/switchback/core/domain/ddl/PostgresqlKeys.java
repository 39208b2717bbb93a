package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes the constraints of tables of PostgreSQL that stay, with their indexes. A foreign key goes with the key that it
 * points to, and comes back with it; what only gets another name is renamed.
 */
final class PostgresqlKeys {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;
    private final SchemaDifference difference;

    /** By table, the lists of columns whose uniqueness goes, for good or for a while. */
    private final Map<ObjectName, Set<Set<String>>> keysThatGo = new HashMap<>();

    PostgresqlKeys(PostgresqlScript script, PostgresqlRebuild rebuild, SchemaDifference difference) {
        this.script = script;
        this.rebuild = rebuild;
        this.difference = difference;
    }

    void write() {
        List<Pair> pairs = difference.from().tables().values().stream()
                .flatMap(t -> difference.to().table(t.name()).map(after -> new Pair(t, after)).stream())
                .toList();
        pairs.forEach(Pair::writeButForeignKeys);
        pairs.forEach(Pair::writeForeignKeys);
        difference.from().tables().values().stream()
                .filter(t -> difference.to().table(t.name()).isEmpty())
                .forEach(t -> new Pair(t, t).dropForeignKeysInTheWay());
    }

    private void goes(ObjectName table, List<String> columns) {
        keysThatGo.computeIfAbsent(table, t -> new HashSet<>()).add(Set.copyOf(columns));
    }

    /** A table that stays. */
    private final class Pair {
        private final Table before;
        private final Table after;
        private final String name;
        private final PostgresqlPartition partition;

        Pair(Table before, Table after) {
            this.before = before;
            this.after = after;
            this.partition = PostgresqlPartition.of(difference, before, after);
            this.name = PostgresqlNames.of(after.name());
        }

        void writeButForeignKeys() {
            List<Constraint> old = constraints(partition.constraintsBefore(), false);
            List<Constraint> now = constraints(partition.constraintsAfter(), false);
            rename(old, now);
            validate(Phase.ADD_CONSTRAINTS, old, now);
            for (Constraint constraint : old) {
                if (!stays(constraint, now)) {
                    drop(Phase.DROP_CONSTRAINTS, constraint);
                    goes(before.name(), constraint.columns());
                }
            }
            for (Constraint constraint : now) {
                if (!stays(constraint, old)) {
                    add(Phase.ADD_CONSTRAINTS, constraint);
                }
            }
            new PostgresqlIndexes(script, rebuild, partition)
                    .write()
                    .forEach(key -> goes(before.name(), key.columns()));
        }

        void writeForeignKeys() {
            List<Constraint> old = constraints(partition.constraintsBefore(), true);
            List<Constraint> now = constraints(partition.constraintsAfter(), true);
            rename(old, now);
            validate(Phase.ADD_FOREIGN_KEYS, old, now);
            old.stream().filter(c -> !foreignKeyStays(c, now)).forEach(c -> drop(Phase.DROP_FOREIGN_KEYS, c));
            now.stream().filter(c -> !foreignKeyStays(c, old)).forEach(c -> add(Phase.ADD_FOREIGN_KEYS, c));
        }

        /** Of a table that goes, but later than the keys that it points to. */
        void dropForeignKeysInTheWay() {
            List<Constraint> all = constraints(partition.constraintsBefore(), true);
            all.stream()
                    .filter(c ->
                            difference.to().table(c.references().orElseThrow()).isPresent())
                    .filter(c -> !foreignKeyStays(c, all))
                    .forEach(c -> drop(Phase.DROP_FOREIGN_KEYS, c));
        }

        private List<Constraint> constraints(Stream<Constraint> all, boolean foreign) {
            return new ArrayList<>(
                    all.filter(c -> (c.kind() == Kind.FOREIGN_KEY) == foreign).toList());
        }

        /** Takes those out of the lists that differ in the name only. */
        private void rename(List<Constraint> old, List<Constraint> now) {
            Set<String> taken = before.constraints().stream()
                    .flatMap(c -> c.catalogName().stream())
                    .collect(Collectors.toSet());
            for (Constraint then : List.copyOf(old)) {
                Optional<Constraint> next = now.stream()
                        .filter(c -> c.kind() == then.kind() && c.definition().equals(then.definition()))
                        .filter(c -> !stays(then, now) && !stays(c, old))
                        .filter(c -> !rebuild.isTakenOff(before.name(), c.columns(), c.definition()))
                        .filter(c -> c.catalogName().filter(taken::contains).isEmpty())
                        .findFirst();
                if (next.isPresent()) {
                    old.remove(then);
                    now.remove(next.get());
                    script.add(
                            Phase.RENAMES,
                            "ALTER TABLE " + name + " RENAME CONSTRAINT " + named(then) + " TO " + named(next.get()));
                }
            }
        }

        /** Takes those out of the lists that only have to hold for the rows that are there, too. */
        private void validate(Phase phase, List<Constraint> old, List<Constraint> now) {
            for (Constraint then : List.copyOf(old)) {
                Optional<Constraint> next = now.stream()
                        .filter(c -> PostgresqlCreateTable.isNotValid(then))
                        .filter(c -> c.kind() == then.kind() && c.catalogName().equals(then.catalogName()))
                        .filter(c -> then.definition().equals(c.definition() + " NOT VALID"))
                        .filter(c -> c.references().isPresent()
                                ? foreignKeyStays(then, before.constraints())
                                : stays(then, before.constraints()))
                        .findFirst();
                if (next.isPresent()) {
                    old.remove(then);
                    now.remove(next.get());
                    script.addRejecting(
                            phase, "ALTER TABLE " + name + " VALIDATE CONSTRAINT " + named(then), refusal(then));
                }
            }
        }

        private boolean stays(Constraint constraint, List<Constraint> others) {
            return others.stream().anyMatch(constraint::isSameAs)
                    && !rebuild.isTakenOff(before.name(), constraint.columns(), constraint.definition());
        }

        private boolean foreignKeyStays(Constraint constraint, List<Constraint> others) {
            ObjectName target = constraint.references().orElseThrow();
            Set<String> columns = pointedTo(constraint);
            boolean keyGoes = keysThatGo.getOrDefault(target, Set.of()).stream()
                    .map(key -> key.stream().map(PostgresqlNames::of).collect(Collectors.toSet()))
                    .anyMatch(columns::equals);
            boolean retyped = constraint.columns().stream().anyMatch(c -> isOtherKind(before.name(), c))
                    || columns.stream().anyMatch(c -> isOtherKind(target, c.replace("\"", "")));
            return !keyGoes && !retyped && stays(constraint, others);
        }

        /** Whether a column becomes something that cannot be compared with what it was. */
        private boolean isOtherKind(ObjectName table, String column) {
            return difference
                    .from()
                    .table(table)
                    .flatMap(t -> t.column(column))
                    .flatMap(then -> difference
                            .to()
                            .table(table)
                            .flatMap(t -> t.column(column))
                            .filter(now -> rebuild.isRetyped(then, now))
                            .filter(now -> rebuild.isRebuilt(now.type())
                                    || !PostgresqlTypeNames.areComparable(then.type(), now.type())))
                    .isPresent();
        }

        private void drop(Phase phase, Constraint constraint) {
            script.add(phase, "ALTER TABLE " + name + " DROP CONSTRAINT " + named(constraint));
        }

        private void add(Phase phase, Constraint constraint) {
            String sql = "ALTER TABLE " + name + " ADD " + PostgresqlCreateTable.text(after, constraint);
            boolean was = before.constraints().stream().anyMatch(constraint::isSameAs);
            if (was || PostgresqlCreateTable.isNotValid(constraint)) {
                script.add(phase, sql);
            } else {
                script.addRejecting(phase, sql, refusal(constraint));
            }
        }

        private String refusal(Constraint constraint) {
            return switch (constraint.kind()) {
                case PRIMARY_KEY -> "fails if two rows of " + name + " have the same key, or one has none";
                case UNIQUE, EXCLUSION -> "fails if two rows of " + name + " exclude each other";
                case CHECK -> "fails if a row of " + name + " does not fit";
                case FOREIGN_KEY -> "fails if a row of " + name + " points to nothing";
            };
        }
    }

    private static String named(Constraint constraint) {
        return PostgresqlNames.of(constraint.catalogName().orElseThrow());
    }

    /** The columns that a foreign key points to, as they are written. */
    static Set<String> pointedTo(Constraint foreignKey) {
        String text = foreignKey.definition();
        int begin = text.indexOf('(', text.indexOf(" REFERENCES "));
        return Set.of(text.substring(begin + 1, text.indexOf(')', begin)).split(", "));
    }
}
