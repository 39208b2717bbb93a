package dev.switchback.cli.terminal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A wish of the user or of the system that this process ends. What is under way is ended cleanly at the first one; the
 * second one ends the process at once, and so does the first if nothing is under way.
 */
@Singleton
public final class Interruption {

    /** How many a signal adds to its number to make an exit code. */
    private static final int SIGNAL = 128;

    private final Terminal terminal;
    private @Nullable BooleanSupplier stop;
    private @Nullable Integer signal;
    private @Nullable Runnable listening;

    /**
     * Nothing is under way.
     *
     * @param terminal where to say what happens
     */
    @Inject
    public Interruption(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Says how to hear of signals. That costs some milliseconds, so it is done only when something begins to run; before
     * that a process may end as any other does.
     *
     * @param begin begins to listen
     */
    public synchronized void whenNeeded(Runnable begin) {
        listening = begin;
    }

    /** Something runs, or waits. */
    public synchronized void listen() {
        Runnable begin = listening;
        if (begin != null) {
            listening = null;
            begin.run();
        }
    }

    /**
     * Something begins that can be ended cleanly.
     *
     * @param asks asks it to end; false if there is nothing to end
     */
    public synchronized void onRequest(BooleanSupplier asks) {
        stop = asks;
    }

    /**
     * The process is to end.
     *
     * @param number the number of the signal
     * @return the exit code to end with at once; empty if what is under way has been asked to end
     */
    public Optional<Integer> request(int number) {
        BooleanSupplier asks;
        synchronized (this) {
            if (signal != null) {
                return Optional.of(SIGNAL + number);
            }
            signal = number;
            asks = stop;
        }
        if (asks != null && asks.getAsBoolean()) {
            terminal.err("\nStopping: what runs is canceled and rolled back where the database can."
                    + " Once more ends at once.\n");
            return Optional.empty();
        }
        terminal.err("\nInterrupted. Nothing was running.\n");
        return Optional.of(SIGNAL + number);
    }

    /** The exit code of a process that was asked to end; empty if nobody asked. */
    public synchronized Optional<Integer> exitCode() {
        return Optional.ofNullable(signal).map(number -> SIGNAL + number);
    }
}
