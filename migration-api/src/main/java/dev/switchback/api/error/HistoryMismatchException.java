package dev.switchback.api.error;

import dev.switchback.api.model.Problem;
import java.util.List;

/** The history of the database and the migration files do not fit. All problems are listed, not only the first. */
public final class HistoryMismatchException extends SwitchbackException {

    private final List<Problem> problems;

    /**
     * Creates the error.
     *
     * @param problems every problem found, at least one
     */
    public HistoryMismatchException(List<Problem> problems) {
        super(
                ErrorCode.INVALID,
                DatabaseState.UNCHANGED,
                ProblemText.message("history and migration files do not agree", problems),
                ProblemText.nextStep(problems),
                null);
        this.problems = List.copyOf(problems);
    }

    /** Every problem found. */
    public List<Problem> problems() {
        return problems;
    }
}
