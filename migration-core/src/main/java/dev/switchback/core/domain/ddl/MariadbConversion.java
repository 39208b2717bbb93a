package dev.switchback.core.domain.ddl;

import static dev.switchback.core.domain.ddl.MariadbDefinitions.name;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.TableEdit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** MariaDB makes addresses and UUIDs of texts only, and of them only texts: another type is reached over a text. */
final class MariadbConversion {

    private static final Set<String> SPECIAL = Set.of("uuid", "inet4", "inet6");
    private static final Pattern TEXT =
            Pattern.compile("(?:var)?(?:char|binary)\\b.*|(?:tiny|medium|long)?(?:text|blob)\\b.*");

    private MariadbConversion() {}

    /** What comes before the change itself. */
    static Optional<DdlStatement> before(TableEdits edits) {
        Clauses clauses = new Clauses();
        edits.changed().stream()
                .filter(MariadbConversion::needsText)
                .forEach(change -> clauses.add(
                        "MODIFY COLUMN " + name(change.before().name()) + " varchar(255)"
                                + (change.before().nullable() ? "" : " NOT NULL"),
                        Risk.REJECTS_ROWS,
                        "what is in " + change.before().name() + " must fit"));
        return clauses.statement("ALTER TABLE " + name(edits.before().name()));
    }

    /** Whether it is from or to one of these types. */
    static boolean isSpecial(TableEdit.ColumnChanged change) {
        String before = change.before().type();
        String after = change.after().type();
        return !before.equals(after) && (SPECIAL.contains(before) || SPECIAL.contains(after));
    }

    private static boolean needsText(TableEdit.ColumnChanged change) {
        String before = change.before().type();
        String after = change.after().type();
        return change.after().generated().isEmpty()
                && !MariadbAlter.isRemade(change)
                && isSpecial(change)
                && !TEXT.matcher(before).matches()
                && !TEXT.matcher(after).matches();
    }
}
