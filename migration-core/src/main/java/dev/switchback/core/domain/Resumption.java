package dev.switchback.core.domain;

import java.util.Objects;

/**
 * Where a script begins to run.
 *
 * @param from the first statement to run, from 1
 * @param done the statements before it; whoever runs the script counts on in it, so it is for one run
 * @param total how many statements the script has; 0 if nobody counted
 * @param again whether it ran before, so that the journal has an entry of it
 */
public record Resumption(int from, DoneStatements done, int total, boolean again) {

    /** Checks that one fits the other. */
    public Resumption {
        Objects.requireNonNull(done, "done");
        if (from != done.count() + 1) {
            throw new IllegalArgumentException("statement " + from + " after " + done.count());
        }
    }

    /** A script that has not run before. */
    public static Resumption fromTheStart() {
        return new Resumption(1, new DoneStatements(), 0, false);
    }

    /** The same for another run. */
    public Resumption copy() {
        return new Resumption(from, done.copy(), total, again);
    }
}
