package dev.switchback.tck;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.MigrationKind;
import java.util.List;

/** Writes a history as lines that a test can spell out, with everything in them that engines must agree on. */
public final class HistoryLines {

    private HistoryLines() {}

    /**
     * One line for each row: position, letter and version, description, file and state.
     *
     * @param history the history
     * @return for example {@code 1 V1 'create t1' V1__create_t1.sql APPLIED}
     */
    public static List<String> of(List<AppliedMigration> history) {
        return history.stream().map(HistoryLines::line).toList();
    }

    private static String line(AppliedMigration row) {
        return row.order() + " " + letter(row.kind())
                + row.version().map(v -> v.text()).orElse("") + " '" + row.description() + "' " + row.script() + " "
                + row.state();
    }

    private static String letter(MigrationKind kind) {
        return switch (kind) {
            case VERSIONED -> "V";
            case REPEATABLE -> "R";
            case BASELINE -> "B";
        };
    }
}
