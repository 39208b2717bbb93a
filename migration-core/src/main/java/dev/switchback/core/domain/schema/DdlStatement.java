package dev.switchback.core.domain.schema;

import java.util.Optional;

/**
 * One statement of a script that was made from a difference.
 *
 * @param sql the statement, without a semicolon
 * @param risk what it can do to rows
 * @param note what a reader should know about it, as the text of a comment: what is lost, what must be true of the rows
 */
public record DdlStatement(String sql, Risk risk, Optional<String> note) {

    /** What a statement can do to the rows that are there. */
    public enum Risk {
        /** Nothing. */
        NONE,
        /** It fails if rows do not fit, and changes nothing then. */
        REJECTS_ROWS,
        /** It throws away the rows or values of what it drops, and nothing else: who says what is dropped has said it. */
        DROPS_DATA,
        /** It throws something away that no script can bring back. */
        LOSES_DATA;

        /** Whether something is gone afterwards that no script can bring back. */
        public boolean isLoss() {
            return this == DROPS_DATA || this == LOSES_DATA;
        }
    }

    /**
     * A statement that is no risk.
     *
     * @param sql the statement
     * @return the same
     */
    public static DdlStatement of(String sql) {
        return new DdlStatement(sql, Risk.NONE, Optional.empty());
    }

    /**
     * A statement that drops something with its rows or values, and does nothing else.
     *
     * @param sql the statement
     * @param what is gone with it, in the plural, such as {@code its rows}
     * @return the same, with a note that says so
     */
    public static DdlStatement dropping(String sql, String what) {
        return new DdlStatement(sql, Risk.DROPS_DATA, Optional.of(what + " are lost"));
    }
}
