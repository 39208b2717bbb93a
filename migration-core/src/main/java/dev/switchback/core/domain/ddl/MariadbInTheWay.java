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
    private final List<Column> computed = new ArrayList<>();
    private final Set<Constraint> constraints = new LinkedHashSet<>();
    private final Set<Index> indexes = new LinkedHashSet<>();
    private final List<Column> checked = new ArrayList<>();

    MariadbInTheWay(TableEdits edits) {
        this.edits = edits;
        Set<String> touchy = names(MariadbInTheWay::isTouchy);
        Set<String> retyped = names(change -> isTouchy(change)
                || !change.before().type().equals(change.after().type()));
        findComputed(retyped);
        computed.forEach(column -> touchy.add(column.name()));
        if (!touchy.isEmpty()) {
            findChecks(touchy);
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

    private void findComputed(Set<String> changing) {
        List<Column> going = going();
        // one may be computed from another one
        Set<String> names = new HashSet<>(changing);
        int known;
        do {
            known = computed.size();
            for (Column column : going) {
                if (!computed.contains(column) && mentions(column.generated().orElse(""), names)) {
                    computed.add(column);
                    names.add(column.name());
                }
            }
        } while (computed.size() > known);
        Set<String> again = new HashSet<>();
        edits.changed().stream()
                .map(TableEdit.ColumnChanged::before)
                .filter(computed::contains)
                .forEach(column -> again.add(column.name()));
        constraints.addAll(edits.keptConstraints(again));
        indexes.addAll(edits.keptIndexes(again));
        edits.droppedConstraints().stream()
                .filter(c -> c.kind() != Kind.CHECK && c.kind() != Kind.FOREIGN_KEY && hasComputed(c.columns()))
                .forEach(constraints::add);
        edits.droppedIndexes().stream()
                .filter(index -> hasComputed(index.columns()))
                .forEach(indexes::add);
    }

    /** Those of which nothing is computed, and which nothing checks, that stays as it is. */
    private List<Column> going() {
        List<Column> going = new ArrayList<>(changing().stream()
                .filter(column -> column.generated().isPresent())
                .filter(column -> edits.after().column(column.name()).isEmpty() || isRemade(column))
                .toList());
        List<Column> needed;
        do {
            needed = going.stream().filter(column -> isNeeded(column, going)).toList();
            going.removeAll(needed);
        } while (!needed.isEmpty());
        return going;
    }

    private List<Column> changing() {
        return Stream.concat(edits.dropped().stream(), edits.changed().stream().map(TableEdit.ColumnChanged::before))
                .toList();
    }

    private boolean isRemade(Column column) {
        return edits.changed().stream()
                .anyMatch(change -> change.before().equals(column) && MariadbAlter.isRemade(change));
    }

    private boolean isNeeded(Column column, List<Column> going) {
        Set<String> name = Set.of(column.name());
        List<Column> changing = changing();
        boolean computes = edits.before().columns().stream()
                .filter(other -> !going.contains(other))
                .anyMatch(other -> mentions(other.generated().orElse(""), name)
                        || (!changing.contains(other)
                                && mentions(other.attributes().orElse(""), name)));
        return computes
                || edits.before().constraints().stream()
                        .filter(c -> c.kind() == Kind.CHECK)
                        .filter(c -> !edits.droppedConstraints().contains(c))
                        .anyMatch(c -> mentions(c.definition(), name));
    }

    private void findChecks(Set<String> touchy) {
        edits.droppedConstraints().stream()
                .filter(c -> c.kind() == Kind.CHECK && mentions(c.definition(), touchy))
                .forEach(constraints::add);
        Stream.concat(edits.dropped().stream(), edits.changed().stream().map(TableEdit.ColumnChanged::before))
                .filter(column -> !computed.contains(column))
                .filter(column ->
                        column.attributes().filter(a -> a.contains("CHECK (")).isPresent())
                .filter(column -> mentions(column.attributes().orElse(""), touchy))
                .forEach(checked::add);
    }

    private static boolean mentions(String expression, Set<String> names) {
        return Lexemes.ofMariadb(expression).stream()
                .anyMatch(lexeme -> names.contains(Lexemes.isName(lexeme) ? Lexemes.name(lexeme) : lexeme));
    }

    private boolean hasComputed(List<String> columns) {
        return computed.stream().anyMatch(column -> columns.contains(column.name()));
    }

    Optional<DdlStatement> statement() {
        Clauses first = new Clauses();
        constraints.forEach(constraint -> first.add(MariadbDefinitions.drop(constraint)));
        indexes.forEach(index -> first.add("DROP INDEX " + name(index.name())));
        checked.forEach(column ->
                first.add("MODIFY COLUMN " + MariadbDefinitions.column(MariadbDefinitions.withoutCheck(column))));
        computed.forEach(column -> first.add("DROP COLUMN " + name(column.name())));
        return first.statement("ALTER TABLE " + name(edits.before().name()));
    }

    boolean isGone(Column column) {
        return computed.contains(column);
    }

    boolean isGone(Constraint constraint) {
        return constraints.contains(constraint);
    }

    boolean isGone(Index index) {
        return indexes.contains(index);
    }
}
