package dev.switchback.liquibase;

import dev.switchback.core.port.NativeFormat.Fault;
import java.io.Serial;

/** A changelog that cannot be read at all. No part of its texts is in the message. */
final class UnreadableChangelogException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;
    private final String advice;

    UnreadableChangelogException(int line, String reason, String advice) {
        super(reason + " in line " + line + "; " + advice);
        this.line = Math.max(1, line);
        this.reason = reason;
        this.advice = advice;
    }

    /** What to tell. */
    Fault fault() {
        return new Fault(line, reason, advice);
    }
}
