package dev.switchback.api.error;

import java.util.List;

/**
 * A migration that was made from a difference did not do in a scratch database what it should. Nothing was written. The
 * migration is written by hand, or the schema is changed in smaller steps.
 */
public final class UnprovenMigrationException extends SwitchbackException {

    private final List<String> failures;
    private final boolean missing;

    /**
     * Creates the error.
     *
     * @param failures what does not hold, at least one, each with the remaining difference or the failed statement
     * @param missing whether the database said that something is not there that Switchback does not write, such as the
     *     type of an extension
     */
    public UnprovenMigrationException(List<String> failures, boolean missing) {
        super(
                ErrorCode.INVALID,
                DatabaseState.UNCHANGED,
                "the migration was tried in a scratch database and is not right, so it was not written:\n"
                        + String.join("\n", failures),
                missing
                        ? "what the schema needs and Switchback does not write (an extension, another schema, an"
                                + " aggregate) has to come from a migration of its own first, such as CREATE EXTENSION"
                                + " citext: switchback create NAME; see docs/reference/autogenerate.md"
                        : "change the model in smaller steps, or write this migration by hand: switchback create NAME",
                null);
        this.failures = List.copyOf(failures);
        this.missing = missing;
    }

    /** What does not hold. */
    public List<String> failures() {
        return failures;
    }

    /** Whether the database said that something is not there that Switchback does not write. */
    public boolean isMissingSomething() {
        return missing;
    }
}
