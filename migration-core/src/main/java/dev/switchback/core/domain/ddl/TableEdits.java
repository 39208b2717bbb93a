package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The edits of one table, by kind. */
record TableEdits(Table before, Table after, List<TableEdit> edits) {

    static TableEdits of(Change.TableChanged change) {
        return new TableEdits(change.before(), change.after(), change.edits());
    }

    List<Column> added() {
        return all(TableEdit.ColumnAdded.class)
                .map(TableEdit.ColumnAdded::column)
                .toList();
    }

    List<Column> dropped() {
        return all(TableEdit.ColumnDropped.class)
                .map(TableEdit.ColumnDropped::column)
                .toList();
    }

    List<TableEdit.ColumnChanged> changed() {
        return all(TableEdit.ColumnChanged.class).toList();
    }

    List<Constraint> addedConstraints() {
        return all(TableEdit.ConstraintAdded.class)
                .map(TableEdit.ConstraintAdded::constraint)
                .toList();
    }

    List<Constraint> droppedConstraints() {
        return all(TableEdit.ConstraintDropped.class)
                .map(TableEdit.ConstraintDropped::constraint)
                .toList();
    }

    List<Index> addedIndexes() {
        return all(TableEdit.IndexAdded.class).map(TableEdit.IndexAdded::index).toList();
    }

    List<Index> droppedIndexes() {
        return all(TableEdit.IndexDropped.class)
                .map(TableEdit.IndexDropped::index)
                .toList();
    }

    /** Constraints that stay; of two that demand the same, one may go. */
    List<Constraint> kept() {
        List<Constraint> dropped = droppedConstraints();
        return before.constraints().stream().filter(c -> !dropped.contains(c)).toList();
    }

    /** Keys that stay, but for foreign ones, and have one of some columns. */
    List<Constraint> keptKeys(Set<String> columns) {
        return kept().stream()
                .filter(c -> c.kind() == Constraint.Kind.UNIQUE || c.kind() == Constraint.Kind.PRIMARY_KEY)
                .filter(c -> c.columns().stream().anyMatch(columns::contains))
                .toList();
    }

    /** Indexes that stay and have one of some columns. */
    List<Index> keptIndexes(Set<String> columns) {
        return before.indexes().stream()
                .filter(index -> index.columns().stream().anyMatch(columns::contains))
                .filter(after.indexes()::contains)
                .toList();
    }

    Stream<TableEdit.CommentChanged> comments() {
        return all(TableEdit.CommentChanged.class);
    }

    Stream<TableEdit.OptionsChanged> options() {
        return all(TableEdit.OptionsChanged.class);
    }

    private <E extends TableEdit> Stream<E> all(Class<E> type) {
        return edits.stream().filter(type::isInstance).map(type::cast);
    }
}
