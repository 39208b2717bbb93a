package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of a table that <a href="https://sqlite.org/lang_altertable.html">ALTER TABLE</a> of SQLite can make, also
 * on a table with rows: some columns added, some dropped.
 */
final class SqliteAlteration {

    private final Table before;
    private final String table;
    private final List<Constraint> added = new ArrayList<>();
    private final List<DdlStatement> statements = new ArrayList<>();

    private SqliteAlteration(Table before) {
        this.before = before;
        this.table = "ALTER TABLE " + SqliteNames.quoted(before.name().name());
    }

    /**
     * Tries to do without a rebuild. Indexes are somebody else's.
     *
     * @param change what differs
     * @return the statements; empty if the table has to be made anew
     */
    static Optional<List<DdlStatement>> of(Change.TableChanged change) {
        SqliteAlteration alteration = new SqliteAlteration(change.before());
        return alteration.fits(change.edits()) ? Optional.of(alteration.statements) : Optional.empty();
    }

    private boolean fits(List<TableEdit> edits) {
        for (TableEdit edit : edits) {
            if (edit instanceof TableEdit.ConstraintAdded constraint) {
                added.add(constraint.constraint());
            }
        }
        for (TableEdit edit : edits) {
            boolean fits = edit instanceof TableEdit.IndexAdded
                    || edit instanceof TableEdit.IndexDropped
                    || edit instanceof TableEdit.ConstraintAdded
                    || (edit instanceof TableEdit.ColumnAdded column && add(column.column()))
                    || (edit instanceof TableEdit.ColumnDropped dropped && drop(dropped.column()));
            if (!fits) {
                return false;
            }
        }
        return added.isEmpty();
    }

    private boolean add(Column column) {
        boolean exists = before.columns().stream()
                .anyMatch(c -> SqliteNames.folded(c.name()).equals(SqliteNames.folded(column.name())));
        boolean constant = column.defaultExpression()
                .filter(d -> d.startsWith("(") || d.startsWith("CURRENT_"))
                .isEmpty();
        boolean stored = column.generated().filter(g -> g.endsWith("STORED")).isPresent();
        if (exists || !constant || stored || column.identity().isPresent()) {
            return false;
        }
        List<Constraint> own = added.stream()
                .filter(c -> c.columns().equals(List.of(column.name())) && canStandWith(c, column))
                .toList();
        added.removeAll(own);
        String sql = table + " ADD COLUMN "
                + SqliteTableText.column(
                        column, own.stream().map(c -> ofColumn(c, column)).toList());
        boolean checked = own.stream().anyMatch(c -> c.kind() == Constraint.Kind.CHECK);
        Optional<String> demand = column.isRequired()
                ? Optional.of(column.name() + " is required and has no default: the table must be empty")
                : Optional.of("fails if a row does not satisfy the check").filter(note -> checked);
        statements.add(new DdlStatement(
                sql, demand.isPresent() ? DdlStatement.Risk.REJECTS_ROWS : DdlStatement.Risk.NONE, demand));
        return true;
    }

    private static String ofColumn(Constraint constraint, Column column) {
        String text = SqliteTableText.constraint(constraint);
        return constraint.kind() == Constraint.Kind.CHECK
                ? text
                : text.replace(constraint.definition(), SqliteTableText.reference(constraint, column));
    }

    /** With foreign keys on, a new column with one has to be null. */
    private static boolean canStandWith(Constraint constraint, Column column) {
        return switch (constraint.kind()) {
            case CHECK -> true;
            case FOREIGN_KEY ->
                column.defaultExpression().isEmpty()
                        && column.nullable()
                        && column.generated().isEmpty();
            default -> false;
        };
    }

    private boolean drop(Column column) {
        String folded = SqliteNames.folded(column.name());
        boolean constrained = before.constraints().stream()
                .flatMap(c -> c.columns().stream())
                .anyMatch(c -> SqliteNames.folded(c).equals(folded));
        boolean computes = before.columns().stream()
                .flatMap(c -> c.generated().stream())
                .anyMatch(g -> SqliteMentions.in(g, column.name()));
        if (constrained || computes || before.columns().size() == 1) {
            return false;
        }
        String sql = table + " DROP COLUMN " + SqliteNames.quoted(column.name());
        statements.add(
                column.generated().isPresent()
                        ? DdlStatement.of(sql)
                        : DdlStatement.dropping(sql, "the values of " + before.name() + "." + column.name()));
        return true;
    }
}
