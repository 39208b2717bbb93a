package dev.switchback.cli.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The streams of this process; the only class that touches them. Whether a stream is a terminal is told by the launcher
 * in {@code SWITCHBACK_STDIN_TTY}, {@code SWITCHBACK_STDOUT_TTY} and {@code SWITCHBACK_STDERR_TTY} ({@code 1} or
 * {@code 0}), because the JVM cannot tell one stream from another; without the launcher the JVM's console decides.
 */
public final class SystemTerminal implements Terminal {

    private final Charset charset;
    private final WatchedOutput written;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean inTerminal;
    private final boolean outTerminal;
    private final boolean errTerminal;
    private @Nullable BufferedReader in;

    private SystemTerminal(Environment environment) {
        this.charset = environment.charset();
        this.written = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
        this.inTerminal = isTerminal(environment, "SWITCHBACK_STDIN_TTY");
        this.outTerminal = isTerminal(environment, "SWITCHBACK_STDOUT_TTY");
        this.errTerminal = isTerminal(environment, "SWITCHBACK_STDERR_TTY");
        this.out = new PrintStream(written, true, encoding(outTerminal));
        this.err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, encoding(true));
    }

    /**
     * What a program or a file gets is UTF-8, as migrations and JSON are, whatever the locale of the process: a question
     * mark for a letter would be another migration. The locale of POSIX has no letters beyond ASCII to put them into.
     */
    private Charset encoding(boolean terminal) {
        return terminal && !charset.equals(StandardCharsets.US_ASCII) ? charset : StandardCharsets.UTF_8;
    }

    /**
     * The terminal of this process. From now on whatever a library prints to standard output goes to the error stream,
     * so that the answer stays clean.
     *
     * @param environment what the process was started with
     * @return the terminal
     */
    public static SystemTerminal open(Environment environment) {
        SystemTerminal terminal = new SystemTerminal(environment);
        System.setOut(terminal.err);
        return terminal;
    }

    @Override
    public void out(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void err(String text) {
        err.print(text);
        err.flush();
    }

    @Override
    public Optional<String> readLine() {
        try {
            return Optional.ofNullable(in().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    /** One for all answers: it reads ahead, and what it has read would be lost with it. */
    private BufferedReader in() {
        if (in == null) {
            in = new BufferedReader(new InputStreamReader(System.in, charset));
        }
        return in;
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // null until Java 21 where there is no terminal
    public Optional<String> readSecret(String prompt) {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("%s", prompt);
            return Optional.ofNullable(typed).map(String::new);
        }
        err(prompt);
        return readLine();
    }

    @Override
    public boolean canAsk() {
        return inTerminal && errTerminal;
    }

    @Override
    public boolean outIsTerminal() {
        return outTerminal;
    }

    @Override
    public boolean errIsTerminal() {
        return errTerminal;
    }

    @Override
    public boolean canShow(String characters) {
        return charset.newEncoder().canEncode(characters);
    }

    @Override
    public Optional<String> outFailure() {
        out.flush();
        return written.failure();
    }

    private static boolean isTerminal(Environment environment, String name) {
        return environment.variable(name).map("1"::equals).orElseGet(SystemTerminal::hasConsole);
    }

    /** Since Java 22 there is a console object even without a terminal; {@code isTerminal} then tells. */
    @SuppressWarnings("SystemConsoleNull") // null until Java 21, and asked below after that
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
