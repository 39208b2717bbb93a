package dev.switchback.core.sql;

import java.io.Serial;
import java.util.Objects;

/**
 * A script cannot be taken apart: something in it is not closed, or it needs a client program to run. Nothing has been
 * executed. The author of the script fixes it at {@link #line()}. No part of the script's strings is in the message.
 */
public final class SqlSyntaxProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final String reason;
    private final String advice;

    /**
     * @param file the script's name as the user knows it
     * @param line where the problem begins, from 1
     * @param reason what is wrong
     * @param advice what to do about it
     */
    public SqlSyntaxProblem(String file, int line, String reason, String advice) {
        super(file + ":" + line + ": " + reason + "; " + advice);
        this.file = Objects.requireNonNull(file, "file");
        this.line = line;
        this.reason = Objects.requireNonNull(reason, "reason");
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /** The script's name as it was given to the splitter. */
    public String file() {
        return file;
    }

    /** The line where the problem begins, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, without file and line. */
    public String reason() {
        return reason;
    }

    /** What the author of the script can do. */
    public String advice() {
        return advice;
    }
}
