package dev.switchback.cli.answer;

import dev.switchback.api.model.MigrationState;
import dev.switchback.cli.terminal.Mark;

/** How the state of a migration reads. */
final class States {
    private States() {}

    static String word(MigrationState state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PENDING -> "pending";
            case OUTDATED -> "outdated";
            case OUT_OF_ORDER -> "out of order";
            case CHANGED -> "changed";
            case MISSING -> "missing";
            case AHEAD -> "ahead";
            case FAILED -> "failed";
            case BELOW_BASELINE -> "below baseline";
            case BASELINE -> "baseline";
        };
    }

    /** The same for programs: lower case, underscores. */
    static String symbol(MigrationState state) {
        return word(state).replace(' ', '_');
    }

    static Mark mark(MigrationState state) {
        return switch (state) {
            case APPLIED, BASELINE -> Mark.DONE;
            case PENDING, OUTDATED -> Mark.WAITING;
            case FAILED -> Mark.WRONG;
            case OUT_OF_ORDER, CHANGED, MISSING, AHEAD -> Mark.ODD;
            case BELOW_BASELINE -> Mark.NONE;
        };
    }
}
