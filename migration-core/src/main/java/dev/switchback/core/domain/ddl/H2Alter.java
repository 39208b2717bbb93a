package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.H2Definitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The changes of one table of H2, in parts between which other tables have their turn. Foreign keys are not its business. */
final class H2Alter {

    private final TableEdits edits;
    private final String head;
    private final H2TypeChange types;

    /** Columns that are dropped and added again, with all that is about them. */
    private final Set<String> remade = new HashSet<>();

    H2Alter(TableEdits edits, H2TypeChange types) {
        this.types = types;
        this.edits = edits;
        this.head = "ALTER TABLE " + name(edits.after().name());
        edits.changed().stream()
                .filter(H2Column::isRemade)
                .forEach(change -> remade.add(change.after().name()));
    }

    /** Constraints and indexes that go, or are in the way of a column. */
    List<DdlStatement> drops() {
        List<DdlStatement> script = new ArrayList<>();
        Set<Constraint> constraints = new LinkedHashSet<>(edits.droppedConstraints());
        constraints.addAll(rebuiltConstraints());
        constraints.stream()
                .filter(c -> c.kind() != Kind.FOREIGN_KEY)
                .forEach(c -> script.add(DdlStatement.of(
                        head + " DROP CONSTRAINT " + name(c.catalogName().orElse("")))));
        Set<Index> indexes = new LinkedHashSet<>(edits.droppedIndexes());
        indexes.addAll(rebuiltIndexes());
        indexes.forEach(index -> script.add(DdlStatement.of("DROP INDEX " + name(index.name()))));
        return script;
    }

    private List<Constraint> rebuiltConstraints() {
        return edits.kept().stream()
                .filter(c -> c.kind() != Kind.FOREIGN_KEY)
                .filter(c -> c.columns().stream().anyMatch(remade::contains) || H2IndexUse.isOnLost(c, edits))
                .toList();
    }

    private List<Index> rebuiltIndexes() {
        return edits.before().indexes().stream()
                .filter(index -> index.columns().stream().anyMatch(remade::contains))
                .filter(edits.after().indexes()::contains)
                .toList();
    }

    /** Columns that come and change. */
    List<DdlStatement> columns() {
        List<DdlStatement> script = new ArrayList<>(losses(true));
        edits.changed()
                .forEach(change -> new H2Column(edits.after().name(), change, types)
                        .first()
                        .ifPresent(script::add));
        // computed ones first, they may need the others
        edits.before().columns().stream()
                .filter(column -> remade.contains(column.name()))
                .sorted(Comparator.comparing(column -> column.generated().isEmpty()))
                .forEach(column -> script.add(DdlStatement.of(head + " DROP COLUMN " + name(column.name()))));
        for (Column column : edits.after().columns()) {
            if (remade.contains(column.name())) {
                boolean had = edits.before()
                        .column(column.name())
                        .filter(c -> c.generated().isEmpty())
                        .isPresent();
                script.add(new DdlStatement(
                        addition(column),
                        had ? Risk.LOSES_DATA : Risk.NONE,
                        Optional.of("the values of " + column.name() + " are computed from now on")
                                .filter(n -> had)));
            } else if (edits.added().contains(column)) {
                boolean rejects = column.isRequired();
                script.add(new DdlStatement(
                        addition(column),
                        rejects ? Risk.REJECTS_ROWS : Risk.NONE,
                        Optional.of(column.name() + " is required and has no default: fails if there are rows")
                                .filter(n -> rejects)));
            } else {
                edits.changed().stream()
                        .filter(change -> change.after().equals(column))
                        .forEach(change ->
                                script.addAll(new H2Column(edits.after().name(), change, types).statements()));
            }
        }
        return script;
    }

    /** With its place, unless that is at the end. */
    private String addition(Column column) {
        List<Column> columns = edits.after().columns();
        int at = columns.indexOf(column);
        boolean last = columns.subList(at, columns.size()).stream()
                .allMatch(c -> edits.added().contains(c) || remade.contains(c.name()));
        String place = last && edits.dropped().isEmpty()
                ? ""
                : at > 0 ? " AFTER " + name(columns.get(at - 1).name()) : " BEFORE " + firstThatIsThere();
        return head + " ADD COLUMN " + H2Definitions.column(column) + place;
    }

    private String firstThatIsThere() {
        return edits.before().columns().stream()
                .filter(c -> !remade.contains(c.name()))
                .filter(c -> c.generated().isEmpty() || !edits.dropped().contains(c))
                .map(c -> name(c.name()))
                .findFirst()
                .orElse("");
    }

    /** Constraints and indexes that come. */
    List<DdlStatement> keys() {
        List<DdlStatement> script = new ArrayList<>();
        for (Constraint constraint : edits.addedConstraints()) {
            if (constraint.kind() != Kind.FOREIGN_KEY) {
                String note = constraint.kind() == Kind.CHECK
                        ? "fails if a row does not satisfy the check"
                        : "fails if two rows have the same " + String.join(", ", constraint.columns());
                script.add(new DdlStatement(added(constraint), Risk.REJECTS_ROWS, Optional.of(note)));
            }
        }
        rebuiltConstraints().forEach(constraint -> script.add(DdlStatement.of(added(constraint))));
        for (Index index : edits.addedIndexes()) {
            script.add(new DdlStatement(
                    H2Definitions.index(index),
                    index.unique() ? Risk.REJECTS_ROWS : Risk.NONE,
                    Optional.of("fails if two rows have the same " + String.join(", ", index.columns()))
                            .filter(n -> index.unique())));
            index.comment().ifPresent(c -> script.add(comment(index)));
        }
        for (Index index : rebuiltIndexes()) {
            script.add(DdlStatement.of(H2Definitions.index(index)));
            index.comment().ifPresent(c -> script.add(comment(index)));
        }
        return script;
    }

    private static DdlStatement comment(Index index) {
        return DdlStatement.of(H2Definitions.comment("INDEX " + name(index.name()), index.comment()));
    }

    private String added(Constraint constraint) {
        return head + " ADD " + H2Definitions.constraint(constraint);
    }

    /** Columns that go, but for the computed ones, which are gone already: they may have needed others. */
    List<DdlStatement> loss() {
        return losses(false);
    }

    private List<DdlStatement> losses(boolean computed) {
        return edits.dropped().stream()
                .filter(column -> column.generated().isPresent() == computed)
                .map(column -> drop(column, computed))
                .toList();
    }

    private DdlStatement drop(Column column, boolean computed) {
        String sql = head + " DROP COLUMN " + name(column.name());
        return computed ? DdlStatement.of(sql) : DdlStatement.dropping(sql, "the values of " + column.name());
    }

    List<DdlStatement> comments() {
        List<DdlStatement> script = new ArrayList<>();
        edits.comments()
                .forEach(c -> script.add(DdlStatement.of(H2Definitions.comment(
                        "TABLE " + name(edits.after().name()), edits.after().comment()))));
        for (Column column : edits.after().columns()) {
            boolean again = remade.contains(column.name()) || edits.added().contains(column);
            Optional<String> old = again
                    ? Optional.empty()
                    : edits.before().column(column.name()).flatMap(Column::comment);
            boolean rewritten =
                    edits.changed().stream().anyMatch(change -> change.after().equals(column));
            if (!old.equals(column.comment()) || (rewritten && column.comment().isPresent())) {
                script.add(DdlStatement.of(H2Definitions.comment(
                        "COLUMN " + name(edits.after().name()) + "." + name(column.name()), column.comment())));
            }
        }
        return script;
    }

    /** Whether views on this table are in the way. */
    boolean disturbsViews() {
        return edits.edits().stream()
                .anyMatch(edit -> edit instanceof TableEdit.ColumnChanged || edit instanceof TableEdit.ColumnDropped);
    }

    TableEdits edits() {
        return edits;
    }
}
