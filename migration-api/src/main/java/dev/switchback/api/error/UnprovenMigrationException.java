package dev.switchback.api.error;

import java.util.List;

/**
 * A migration that was made from a difference did not do in a scratch database what it should. Nothing was written. The
 * migration is written by hand, or the schema is changed in smaller steps.
 */
public final class UnprovenMigrationException extends SwitchbackException {

    private final List<String> failures;

    /**
     * Creates the error.
     *
     * @param failures what does not hold, at least one, each with the remaining difference or the failed statement
     */
    public UnprovenMigrationException(List<String> failures) {
        super(
                ErrorCode.INVALID,
                DatabaseState.UNCHANGED,
                "the migration was tried in a scratch database and is not right, so it was not written:\n"
                        + String.join("\n", failures),
                "change the model in smaller steps, or write this migration by hand: switchback create NAME",
                null);
        this.failures = List.copyOf(failures);
    }

    /** What does not hold. */
    public List<String> failures() {
        return failures;
    }
}
