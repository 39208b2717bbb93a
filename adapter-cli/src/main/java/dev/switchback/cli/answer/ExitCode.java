package dev.switchback.cli.answer;

import dev.switchback.api.error.ErrorCode;
import java.util.Optional;
import java.util.stream.Stream;

/** How the process ends. The numbers are stable; the names are the symbols in JSON. */
public enum ExitCode {
    /** Done; also if there was nothing to do. */
    OK(0),
    /** A bug, or something that nobody classified. */
    INTERNAL(1),
    /** The arguments make no sense. */
    USAGE(2),
    /** {@code check} found migrations that are not applied. */
    PENDING(3),
    /** Files or history are wrong. */
    INVALID(4),
    /** Schema or model differ. */
    DRIFT(5),
    /** A migration failed and left nothing behind. */
    FAILED_CLEAN(6),
    /** A migration failed and is partly applied. */
    FAILED_PARTIAL(7),
    /** The lock was not obtained, or was lost. */
    LOCKED(8),
    /** The database cannot be used. */
    UNAVAILABLE(9),
    /** A confirmation is missing or was denied. */
    REFUSED(10),
    /** A setting is wrong, or a driver or engine is missing. */
    CONFIG(11),
    /** The engine or the database cannot do it. */
    UNSUPPORTED(12),
    /** Ended by SIGINT (Ctrl-C), cleanly. */
    INTERRUPTED(130),
    /** Ended by SIGTERM, cleanly. */
    TERMINATED(143);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /**
     * The one that somebody names.
     *
     * @param text its number or its symbol; in capitals, because there is a command config too
     * @return the exit code, if there is one
     */
    public static Optional<ExitCode> called(String text) {
        return Stream.of(values())
                .filter(code -> code.name().equals(text)
                        || Integer.toString(code.number).equals(text))
                .findFirst();
    }

    /** What the process returns. */
    public int number() {
        return number;
    }

    /**
     * The exit code of an error.
     *
     * @param code the error's code
     * @return how the process ends
     */
    public static ExitCode of(ErrorCode code) {
        return switch (code) {
            case INTERNAL -> INTERNAL;
            case USAGE -> USAGE;
            case INVALID -> INVALID;
            case FAILED_CLEAN -> FAILED_CLEAN;
            case PENDING -> PENDING;
            case FAILED_PARTIAL -> FAILED_PARTIAL;
            case LOCKED -> LOCKED;
            case UNAVAILABLE -> UNAVAILABLE;
            case CONFIG -> CONFIG;
            case UNSUPPORTED -> UNSUPPORTED;
        };
    }
}
