package dev.switchback.core.domain.schema;

/** One difference within a table. */
public sealed interface TableEdit {

    /**
     * A new column.
     *
     * @param column the column
     */
    record ColumnAdded(Column column) implements TableEdit {}

    /**
     * A column that is gone.
     *
     * @param column the column
     */
    record ColumnDropped(Column column) implements TableEdit {}

    /**
     * A column is different.
     *
     * @param before as it was
     * @param after as it is
     */
    record ColumnChanged(Column before, Column after) implements TableEdit {}

    /**
     * A new constraint.
     *
     * @param constraint the constraint
     */
    record ConstraintAdded(Constraint constraint) implements TableEdit {}

    /**
     * A constraint that is gone.
     *
     * @param constraint the constraint
     */
    record ConstraintDropped(Constraint constraint) implements TableEdit {}

    /**
     * A new index.
     *
     * @param index the index
     */
    record IndexAdded(Index index) implements TableEdit {}

    /**
     * An index that is gone.
     *
     * @param index the index
     */
    record IndexDropped(Index index) implements TableEdit {}

    /**
     * The comment of the table is different.
     *
     * @param before the old one, empty if there was none
     * @param after the new one, empty if there is none
     */
    record CommentChanged(String before, String after) implements TableEdit {}

    /**
     * The options of the table are different.
     *
     * @param before the old ones
     * @param after the new ones
     */
    record OptionsChanged(String before, String after) implements TableEdit {}
}
