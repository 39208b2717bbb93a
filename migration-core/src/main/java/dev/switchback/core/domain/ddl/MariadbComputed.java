package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The computed columns of a table that go, or come back, and are computed from one that changes: they go first, and what
 * is computed from them has to let go of them.
 */
final class MariadbComputed {

    private final TableEdits edits;
    private final List<Column> gone = new ArrayList<>();
    private final List<Column> freed = new ArrayList<>();

    MariadbComputed(TableEdits edits, Set<String> changing) {
        this.edits = edits;
        List<Column> going = going();
        Set<String> names = withComputed(changing);
        for (Column column : going) {
            if (!isRecomputed(column) && mentions(expression(column), names)) {
                gone.add(column);
            }
        }
        int known;
        do {
            known = gone.size();
            // of those that stay, only one that needs what goes has to be computed anew
            Set<String> lost = names(gone);
            going.stream()
                    .filter(column -> !gone.contains(column) && mentions(expression(column), lost))
                    .forEach(gone::add);
        } while (gone.size() > known);
        Set<String> lost = names(gone);
        changedColumns().stream()
                .filter(column -> isFreeable(column) && mentions(expression(column), lost))
                .forEach(freed::add);
    }

    /** Those that are dropped. */
    List<Column> gone() {
        return gone;
    }

    /** Those that are stored, and stay without their expression. */
    List<Column> freed() {
        return freed;
    }

    /** Some columns, and those that are computed from them. */
    Set<String> withComputed(Set<String> columns) {
        return withComputed(edits.before(), columns);
    }

    /** The same of any table. */
    static Set<String> withComputed(Table table, Set<String> columns) {
        Set<String> names = new HashSet<>(columns);
        int known;
        do {
            known = names.size();
            table.columns().stream()
                    .filter(column -> mentions(expression(column), names))
                    .toList()
                    .forEach(column -> names.add(column.name()));
        } while (names.size() > known);
        return names;
    }

    /** Those of which nothing is computed that stays as it is. */
    private List<Column> going() {
        List<Column> going = new ArrayList<>(Stream.concat(edits.dropped().stream(), changedColumns().stream())
                .filter(column -> column.generated().isPresent())
                .filter(column -> edits.after().column(column.name()).isEmpty()
                        || changes(column).anyMatch(MariadbAlter::isRemade)
                        || isRecomputed(column))
                .toList());
        List<Column> needed;
        do {
            needed = going.stream().filter(column -> isNeeded(column, going)).toList();
            going.removeAll(needed);
        } while (!needed.isEmpty());
        return going;
    }

    /** Those without rows of their own, which can come back with another expression. */
    private boolean isRecomputed(Column column) {
        return expression(column).endsWith("VIRTUAL")
                && changes(column)
                        .anyMatch(change -> !MariadbAlter.isRemade(change)
                                && !change.after().generated().equals(column.generated()));
    }

    /** Those with values of their own, whose expression goes or becomes another. */
    private boolean isFreeable(Column column) {
        return expression(column).endsWith("STORED")
                && changes(column)
                        .anyMatch(change -> !MariadbAlter.isRemade(change)
                                && !change.after().generated().equals(column.generated()));
    }

    private boolean isNeeded(Column column, List<Column> going) {
        Set<String> name = Set.of(column.name());
        List<Column> changing = Stream.concat(edits.dropped().stream(), changedColumns().stream())
                .toList();
        return edits.before().columns().stream()
                .filter(other -> !going.contains(other))
                .anyMatch(other -> (!isFreeable(other) && mentions(expression(other), name))
                        || (!changing.contains(other)
                                && mentions(other.attributes().orElse(""), name)));
    }

    private List<Column> changedColumns() {
        return edits.changed().stream().map(TableEdit.ColumnChanged::before).toList();
    }

    private Stream<TableEdit.ColumnChanged> changes(Column before) {
        return edits.changed().stream().filter(change -> change.before().equals(before));
    }

    private static Set<String> names(List<Column> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        return names;
    }

    private static String expression(Column column) {
        return column.generated().orElse("");
    }

    /** Checks that stay and look at one of some columns. */
    static List<Constraint> keptChecks(TableEdits edits, Set<String> columns) {
        return edits.kept().stream()
                .filter(c -> c.kind() == Kind.CHECK && mentions(c.definition(), columns))
                .toList();
    }

    /** Whether an expression names one of some columns. */
    static boolean mentions(String expression, Set<String> names) {
        return Lexemes.ofMariadb(expression).stream()
                .anyMatch(lexeme -> names.contains(Lexemes.isName(lexeme) ? Lexemes.name(lexeme) : lexeme));
    }
}
