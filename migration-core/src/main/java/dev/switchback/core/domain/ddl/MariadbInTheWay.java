package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.MariadbDefinitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The expressions of a table that go, or come back, but stand in the way of a column that gets numbered or
 * another type: MariaDB looks at them although they go in the same statement, so they go in one before.
 */
final class MariadbInTheWay {

    private final TableEdits edits;
    private final MariadbComputed computed;
    private final Set<Constraint> constraints = new LinkedHashSet<>();
    private final Set<Index> indexes = new LinkedHashSet<>();
    private final List<Column> checked = new ArrayList<>();

    MariadbInTheWay(TableEdits edits) {
        this.edits = edits;
        Set<String> touchy = names(MariadbInTheWay::isTouchy);
        Set<String> retyped = names(change -> isTouchy(change)
                || !change.before().type().equals(change.after().type()));
        computed = new MariadbComputed(edits, retyped);
        findKeys();
        computed.gone().forEach(column -> touchy.add(column.name()));
        if (!touchy.isEmpty()) {
            findChecks(computed.withComputed(touchy));
        }
    }

    private Set<String> names(Predicate<TableEdit.ColumnChanged> which) {
        Set<String> names = new HashSet<>();
        edits.changed().stream()
                .filter(which)
                .forEach(change -> names.add(change.before().name()));
        return names;
    }

    private static boolean isTouchy(TableEdit.ColumnChanged change) {
        return (change.before().identity().isEmpty()
                        && change.after().identity().isPresent())
                || (change.before().generated().isEmpty()
                        && change.after().generated().isPresent())
                || MariadbConversion.isSpecial(change);
    }

    /** What stands on those that go, whether it comes back or not. */
    private void findKeys() {
        Set<String> again = new HashSet<>();
        edits.changed().stream()
                .map(TableEdit.ColumnChanged::before)
                .filter(this::isGone)
                .forEach(column -> again.add(column.name()));
        constraints.addAll(edits.keptKeys(again));
        constraints.addAll(MariadbComputed.keptChecks(edits, again));
        indexes.addAll(edits.keptIndexes(again));
        edits.droppedConstraints().stream()
                .filter(c -> c.kind() != Kind.CHECK && c.kind() != Kind.FOREIGN_KEY && hasComputed(c.columns()))
                .forEach(constraints::add);
        edits.droppedIndexes().stream()
                .filter(index -> hasComputed(index.columns()))
                .forEach(indexes::add);
    }

    private void findChecks(Set<String> touchy) {
        edits.droppedConstraints().stream()
                .filter(c -> c.kind() == Kind.CHECK && MariadbComputed.mentions(c.definition(), touchy))
                .forEach(constraints::add);
        Stream.concat(edits.dropped().stream(), edits.changed().stream().map(TableEdit.ColumnChanged::before))
                .filter(column -> !isGone(column))
                .filter(column ->
                        column.attributes().filter(a -> a.contains("CHECK (")).isPresent())
                .filter(column -> MariadbComputed.mentions(column.attributes().orElse(""), touchy))
                .forEach(checked::add);
    }

    private boolean hasComputed(List<String> columns) {
        return computed.gone().stream().anyMatch(column -> columns.contains(column.name()));
    }

    Optional<DdlStatement> statement() {
        Clauses first = new Clauses();
        constraints.forEach(constraint -> first.add(MariadbDefinitions.drop(constraint)));
        indexes.forEach(index -> first.add("DROP INDEX " + name(index.name())));
        checked.stream()
                .filter(column -> !computed.freed().contains(column))
                .forEach(column -> first.add(modify(column)));
        computed.freed().forEach(column -> first.add(modify(column.withoutExpression())));
        computed.gone().forEach(column -> first.add("DROP COLUMN " + name(column.name())));
        return first.statement("ALTER TABLE " + name(edits.before().name()));
    }

    private static String modify(Column column) {
        return "MODIFY COLUMN " + MariadbDefinitions.column(MariadbDefinitions.withoutCheck(column));
    }

    boolean isGone(Column column) {
        return computed.gone().contains(column);
    }

    boolean isGone(Constraint constraint) {
        return constraints.contains(constraint);
    }

    boolean isGone(Index index) {
        return indexes.contains(index);
    }
}
