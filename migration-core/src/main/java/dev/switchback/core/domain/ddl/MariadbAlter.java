package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.MariadbDefinitions.name;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.Constraint.Kind;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.Index;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The changes of one table: one ALTER TABLE for all that can be taken back, because MariaDB does it whole or not at all,
 * and one for the columns that go. Foreign keys come before and after.
 */
final class MariadbAlter {

    private final TableEdits edits;
    private final Supplier<String> charset;
    private final Clauses clauses = new Clauses();

    /** Columns that are computed anew at another place, for which they have to be made again. */
    private final Set<String> remade = new HashSet<>();

    private final MariadbInTheWay inTheWay;

    MariadbAlter(TableEdits edits, Supplier<String> charset) {
        this.edits = edits;
        this.charset = charset;
        this.inTheWay = new MariadbInTheWay(edits);
        edits.changed().stream()
                .filter(change -> isRemade(change) || inTheWay.isGone(change.before()))
                .forEach(change -> remade.add(change.after().name()));
    }

    private String head() {
        return "ALTER TABLE " + name(edits.before().name());
    }

    /** What goes before all else. */
    Optional<DdlStatement> first() {
        return inTheWay.statement().map(statement -> MariadbVersioning.keeping(edits.before(), statement));
    }

    /** All but the columns that go. */
    Optional<DdlStatement> change() {
        dropKeys();
        columns();
        addKeys();
        edits.comments().forEach(c -> clauses.add("COMMENT=" + MariadbDefinitions.string(c.after())));
        new MariadbOptions(edits, clauses, charset).write();
        return clauses.statement(head()).map(statement -> MariadbVersioning.keeping(edits.before(), statement));
    }

    /** The columns that go. */
    Optional<DdlStatement> loss() {
        Clauses drops = new Clauses();
        for (Column column : edits.dropped()) {
            if (inTheWay.isGone(column)) {
                continue;
            }
            drops.add(
                    "DROP COLUMN " + name(column.name()),
                    column.generated().isPresent() ? Risk.NONE : Risk.DROPS_DATA,
                    "the values of " + column.name() + " are lost");
        }
        return drops.statement(head()).map(statement -> MariadbVersioning.keeping(edits.after(), statement));
    }

    private void dropKeys() {
        for (Constraint constraint : edits.droppedConstraints()) {
            if (constraint.kind() != Kind.FOREIGN_KEY && !inTheWay.isGone(constraint)) {
                clauses.add(MariadbDefinitions.drop(constraint));
            }
        }
        for (Index index : edits.droppedIndexes()) {
            if (!inTheWay.isGone(index)) {
                clauses.add("DROP INDEX " + name(index.name()));
            }
        }
        // MariaDB would keep these with the width of the old column
        keptConstraints()
                .filter(constraint -> !inTheWay.isGone(constraint))
                .forEach(constraint -> clauses.add(MariadbDefinitions.drop(constraint)));
        edits.keptIndexes(remade).stream()
                .filter(index -> !inTheWay.isGone(index))
                .forEach(index -> clauses.add("DROP INDEX " + name(index.name())));
        // a numbered column has to be a key as long as it is there
        edits.dropped().stream()
                .filter(column -> column.identity().isPresent())
                .forEach(column -> clauses.add("MODIFY COLUMN " + MariadbDefinitions.column(column.withoutIdentity())));
    }

    private Stream<Constraint> keptConstraints() {
        return Stream.concat(edits.keptKeys(remade).stream(), MariadbComputed.keptChecks(edits, remade).stream());
    }

    private void addCheck(Constraint check) {
        clauses.add(
                "ADD " + MariadbDefinitions.constraint(check),
                Risk.REJECTS_ROWS,
                "fails if a row does not satisfy the check");
    }

    private void columns() {
        for (TableEdit.ColumnChanged change : edits.changed()) {
            if (isRemade(change)) {
                if (!inTheWay.isGone(change.before())) {
                    clauses.add("DROP COLUMN " + name(change.before().name()));
                }
            }
        }
        for (Column column : edits.after().columns()) {
            if (remade.contains(column.name()) || edits.added().contains(column)) {
                add(column);
            } else {
                edits.changed().stream()
                        .filter(change -> change.after().equals(column))
                        .forEach(this::modify);
            }
        }
    }

    /** A column that is not stored cannot become one that is, nor the reverse. */
    static boolean isRemade(TableEdit.ColumnChanged change) {
        boolean was =
                change.before().generated().filter(g -> g.endsWith("VIRTUAL")).isPresent();
        boolean is =
                change.after().generated().filter(g -> g.endsWith("VIRTUAL")).isPresent();
        return was != is;
    }

    private void add(Column column) {
        boolean rejects = column.isRequired() && !remade.contains(column.name());
        clauses.add(
                "ADD COLUMN " + MariadbDefinitions.column(column) + position(column),
                rejects ? Risk.REJECTS_ROWS : Risk.NONE,
                column.name()
                        + " is required and has no default: rows that are there get what the server takes for empty");
    }

    /** Where it belongs, unless that is at the end. */
    private String position(Column column) {
        List<Column> columns = edits.after().columns();
        int at = columns.indexOf(column);
        boolean last = columns.subList(at, columns.size()).stream()
                .allMatch(c -> edits.added().contains(c) || remade.contains(c.name()));
        if (last && edits.dropped().isEmpty()) {
            return "";
        }
        return at == 0 ? " FIRST" : " AFTER " + name(columns.get(at - 1).name());
    }

    private void modify(TableEdit.ColumnChanged change) {
        Column before = change.before();
        Column after = change.after();
        String clause = "MODIFY COLUMN " + MariadbDefinitions.column(after);
        Risk risk = after.generated().isPresent() ? Risk.NONE : TypeChange.MARIADB.risk(before.type(), after.type());
        if (risk != Risk.NONE) {
            clauses.add(clause, risk, TypeChange.note(after.name(), risk));
        } else if (hasOtherCharset(before, after)) {
            clauses.add(clause, Risk.REJECTS_ROWS, MariadbOptions.otherCharset(after));
        } else if (before.nullable() && !after.nullable()) {
            clauses.add(clause, Risk.REJECTS_ROWS, "fails if " + after.name() + " is null in a row");
        } else {
            clauses.add(clause);
        }
    }

    private boolean hasOtherCharset(Column before, Column after) {
        boolean ofTable = before.collation().isEmpty() && edits.options().anyMatch(MariadbOptions::changesCharset);
        return MariadbOptions.isText(after)
                && after.generated().isEmpty()
                && (ofTable || !before.collation().equals(after.collation()));
    }

    private void addKeys() {
        List<Constraint> added = edits.addedConstraints();
        for (Constraint constraint : added) {
            String clause = "ADD " + MariadbDefinitions.constraint(constraint);
            switch (constraint.kind()) {
                case FOREIGN_KEY -> {}
                case CHECK -> addCheck(constraint);
                default ->
                    clauses.add(
                            clause,
                            Risk.REJECTS_ROWS,
                            "fails if two rows have the same " + String.join(", ", constraint.columns()));
            }
        }
        edits.keptKeys(remade).forEach(constraint -> clauses.add("ADD " + MariadbDefinitions.constraint(constraint)));
        MariadbComputed.keptChecks(edits, remade).forEach(this::addCheck);
        edits.keptIndexes(remade).forEach(index -> clauses.add("ADD " + index.definition()));
        for (Index index : edits.addedIndexes()) {
            if (!MariadbDefinitions.comesWithForeignKey(index, edits.after(), added)) {
                clauses.add("ADD " + index.definition());
            }
        }
    }
}
