package dev.switchback.cli.command;

import dev.switchback.cli.answer.ExitCode;
import dev.switchback.cli.answer.FailureAnswer;

/** The command was not begun: the arguments make no sense, or a confirmation is missing. Nothing was changed. */
public final class CommandRejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final String next;

    private CommandRejectedException(ExitCode exitCode, String message, String next) {
        super(message);
        this.exitCode = exitCode;
        this.next = next;
    }

    static CommandRejectedException usage(String message, String next) {
        return new CommandRejectedException(ExitCode.USAGE, message, next);
    }

    static CommandRejectedException refused(String message, String next) {
        return new CommandRejectedException(ExitCode.REFUSED, message, next);
    }

    static CommandRejectedException files(String message, String next) {
        return new CommandRejectedException(ExitCode.CONFIG, message, next);
    }

    /** The error as an answer. */
    public FailureAnswer answer() {
        return FailureAnswer.before(exitCode, String.valueOf(getMessage()), next);
    }
}
