package dev.switchback.cli.terminal;

import java.util.Optional;

/** Where a command writes and asks. Results go to {@link #out}, everything else to {@link #err}. */
public interface Terminal {

    /**
     * Writes a part of the answer, as it is.
     *
     * @param text the text, line ends included
     */
    void out(String text);

    /**
     * Writes progress, a warning, a question or an error, as it is.
     *
     * @param text the text, line ends included
     */
    void err(String text);

    /** Reads one line that a person typed; empty at the end of the input. */
    Optional<String> readLine();

    /**
     * Asks for something that must not be seen while it is typed.
     *
     * @param prompt what is asked
     * @return what was typed; empty at the end of the input
     */
    Optional<String> readSecret(String prompt);

    /** Whether a person can be asked: input and error stream are a terminal. */
    boolean canAsk();

    /** Whether the answer goes to a terminal. */
    boolean outIsTerminal();

    /** Whether progress and errors go to a terminal. */
    boolean errIsTerminal();

    /**
     * Whether the output's character set has all these characters.
     *
     * @param characters what one would like to print
     * @return whether it would arrive
     */
    boolean canShow(String characters);

    /**
     * Why a part of the answer did not arrive.
     *
     * @return what the system said; empty if all of it was written, or if whoever read it wants no more
     */
    default Optional<String> outFailure() {
        return Optional.empty();
    }
}
