package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Table;
import java.util.regex.Pattern;

/**
 * Tables of MariaDB that keep what their rows were. It lets nobody change their columns, or make rows unique that were not,
 * who has not said that the rows of the past may be changed too. That is said for the one statement, so nothing has to be
 * put back, and a script that goes on in the middle needs nothing of what was before.
 */
final class MariadbVersioning {

    static final String CLAUSE = "WITH SYSTEM VERSIONING";

    private static final String KEEP = "SET STATEMENT system_versioning_alter_history = KEEP FOR ";

    private static final Pattern CHANGES_HISTORY =
            Pattern.compile("\\b(?:(?:ADD|DROP|MODIFY) COLUMN|ADD (?:CONSTRAINT `(?:[^`]|``)+` )?(?:UNIQUE|PRIMARY)) ");

    private MariadbVersioning() {}

    /** A change of a table, as the table is when it is changed. */
    static DdlStatement keeping(Table table, DdlStatement statement) {
        if (!table.options().contains(CLAUSE)
                || !CHANGES_HISTORY.matcher(statement.sql()).find()) {
            return statement;
        }
        return new DdlStatement(KEEP + statement.sql(), statement.risk(), statement.note());
    }
}
