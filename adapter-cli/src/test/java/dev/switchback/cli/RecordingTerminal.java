package dev.switchback.cli;

import dev.switchback.cli.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A terminal that remembers what was written to it, and types what a test tells it to. */
public final class RecordingTerminal implements Terminal {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final Deque<String> typed = new ArrayDeque<>();
    private final boolean interactive;

    private RecordingTerminal(boolean interactive, List<String> typed) {
        this.interactive = interactive;
        this.typed.addAll(typed);
    }

    /** Nobody sits there. */
    public static RecordingTerminal pipe() {
        return new RecordingTerminal(false, List.of());
    }

    /** Somebody sits there and types these lines; after them the input ends. */
    public static RecordingTerminal person(String... types) {
        return new RecordingTerminal(true, List.of(types));
    }

    @Override
    public void out(String text) {
        out.append(text);
    }

    @Override
    public void err(String text) {
        err.append(text);
    }

    @Override
    public Optional<String> readLine() {
        return Optional.ofNullable(typed.poll());
    }

    @Override
    public Optional<String> readSecret(String prompt) {
        err(prompt);
        return readLine();
    }

    @Override
    public boolean canAsk() {
        return interactive;
    }

    @Override
    public boolean outIsTerminal() {
        return interactive;
    }

    @Override
    public boolean errIsTerminal() {
        return interactive;
    }

    @Override
    public boolean canShow(String characters) {
        return true;
    }

    /** What went to standard output. */
    public String out() {
        return out.toString();
    }

    /** What went to the error stream. */
    public String err() {
        return err.toString();
    }
}
