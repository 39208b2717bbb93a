package dev.switchback.tck;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Everything that is printed between {@link #capture} and {@link #close}. Tests do not run in parallel. */
public final class Output implements AutoCloseable {

    private final PrintStream out;
    private final PrintStream err;
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    private Output(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Starts to capture. */
    public static Output capture() {
        Output output = new Output(System.out, System.err);
        PrintStream both = new PrintStream(output.captured, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        return output;
    }

    /** What was printed so far. */
    public String text() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }
}
