package dev.switchback.api.error;

import java.util.Objects;

/** An argument of a request makes no sense, whatever the state of files and database. The caller mends it. */
public final class InvalidRequestException extends SwitchbackException {

    private final String argument;

    /**
     * Creates the error.
     *
     * @param argument the name of the argument
     * @param reason what is wrong with it, as the rest of a sentence
     * @param nextStep what to do
     */
    public InvalidRequestException(String argument, String reason, String nextStep) {
        super(
                ErrorCode.USAGE,
                DatabaseState.UNCHANGED,
                Objects.requireNonNull(argument, "argument") + ": " + reason,
                nextStep,
                null);
        this.argument = argument;
    }

    /** The name of the argument. */
    public String argument() {
        return argument;
    }
}
