package dev.switchback.api.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * One statement of a script that was made from a difference.
 *
 * @param sql the statement, without a semicolon
 * @param risk what it can do to rows
 * @param note what a reader should know about it; empty if nothing
 */
public record SchemaStatement(String sql, Risk risk, Optional<String> note) {
    /** Checks that everything is there. */
    public SchemaStatement {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(note, "note");
    }

    /** What a statement can do to the rows that are there. */
    public enum Risk {
        /** Nothing. */
        NONE,
        /** It fails if rows do not fit, and changes nothing then. */
        REJECTS_ROWS,
        /** It throws something away that no script can bring back. */
        LOSES_DATA
    }
}
