package dev.switchback.api.error;

import dev.switchback.api.model.Problem;
import java.util.List;

/** The migration files are wrong. All problems are listed, not only the first. */
public final class InvalidMigrationSourceException extends SwitchbackException {

    private final List<Problem> problems;

    /**
     * Creates the error.
     *
     * @param problems every problem found, at least one
     */
    public InvalidMigrationSourceException(List<Problem> problems) {
        super(
                ErrorCode.INVALID,
                DatabaseState.UNCHANGED,
                ProblemText.message("migration files are not valid", problems),
                ProblemText.nextStep(problems),
                null);
        this.problems = List.copyOf(problems);
    }

    /** Every problem found. */
    public List<Problem> problems() {
        return problems;
    }
}
