package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.schema.Rename;
import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.domain.schema.Table;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a migration can do to rows, and what is refused because of it. */
final class Risks {

    private Risks() {}

    /**
     * A column that needs a value cannot be added to a table with rows, and nobody knows which tables have none.
     *
     * @param difference what would be done
     * @param desired the desired schema, in which a column is missing that may be the new one under its old name
     */
    static void refuseRequired(SchemaDifference difference, DatabaseSchema desired) {
        List<String> columns = new ArrayList<>();
        List<String> renames = new ArrayList<>();
        for (Change change : difference.changes()) {
            if (change instanceof Change.TableChanged table) {
                for (TableEdit edit : table.edits()) {
                    if (edit instanceof TableEdit.ColumnAdded added
                            && added.column().isRequired()) {
                        columns.add(table.after().name() + "." + added.column().name());
                        gone(table.before(), desired)
                                .map(old -> new Rename(
                                        table.after().name().toString(),
                                        Optional.of(old),
                                        added.column().name()))
                                .forEach(rename -> renames.add(new RenameOption(rename).toString()));
                    }
                }
            }
        }
        if (!columns.isEmpty()) {
            throw new InvalidRequestException(
                    "model",
                    "a new column that is NOT NULL and has no default fails where the table has rows: "
                            + String.join(", ", columns),
                    "choose one of " + (renames.isEmpty() ? "three" : "four")
                            + " ways:\n1. give it a default in the model\n2. let it be null in the model, fill it"
                            + " in a migration of your own, and make it NOT NULL then\n3. if the table has no rows"
                            + " anywhere, add --allow-required"
                            + (renames.isEmpty()
                                    ? ""
                                    : "\n4. if it is a column that was there under another name, say which: "
                                            + String.join(" or ", renames)));
        }
    }

    /** Those that can have been renamed; one that is computed has no rows to keep. */
    private static Stream<String> gone(Table before, DatabaseSchema desired) {
        return before.columns().stream()
                .filter(column -> column.generated().isEmpty())
                .map(Column::name)
                .filter(name -> desired.table(before.name())
                        .filter(after -> after.column(name).isEmpty())
                        .isPresent());
    }

    /** What the renderer knows to lose data and the difference does not show, such as a narrower type. */
    static void refuseLoss(List<DdlStatement> up) {
        List<DdlStatement> losing = up.stream().filter(s -> s.risk().isLoss()).toList();
        if (!losing.isEmpty()) {
            throw new InvalidRequestException(
                    "model",
                    "this loses data that no script can bring back:"
                            + String.join("", losing.stream().map(Risks::line).toList()),
                    "if that is meant, add --allow-drops; otherwise change the model");
        }
    }

    /**
     * Why the migration cannot be reverted in full; empty if it can.
     *
     * @param up the way
     * @param dropped what it drops, such as {@code column book.subtitle}
     */
    static Optional<String> irreversible(List<DdlStatement> up, List<String> dropped) {
        List<DdlStatement> losing = up.stream().filter(s -> s.risk().isLoss()).toList();
        if (losing.isEmpty()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        if (!dropped.isEmpty()) {
            reasons.add("it drops what has rows: " + String.join(", ", dropped));
        }
        losing.stream()
                .filter(s -> dropped.isEmpty() || s.risk() != Risk.DROPS_DATA)
                .map(s -> s.note().orElseGet(() -> firstLine(s)))
                .flatMap(note -> note.lines().limit(1))
                .distinct()
                .forEach(reasons::add);
        return Optional.of(String.join("; ", reasons));
    }

    private static String line(DdlStatement statement) {
        return "\n  " + firstLine(statement)
                + statement.note().map(note -> "  -- " + note).orElse("");
    }

    private static String firstLine(DdlStatement statement) {
        return statement.sql().lines().findFirst().orElse("");
    }
}
