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
                ProblemText.message(heading(problems), problems),
                ProblemText.nextStep(problems),
                null);
        this.problems = List.copyOf(problems);
    }

    private static String heading(List<Problem> problems) {
        return problems.stream().allMatch(problem -> problem.kind() == Problem.Kind.INVALID_INDEX)
                ? "the database is not ready for these migrations"
                : "history and migration files do not agree";
    }

    /** Every problem found. */
    public List<Problem> problems() {
        return problems;
    }
}
