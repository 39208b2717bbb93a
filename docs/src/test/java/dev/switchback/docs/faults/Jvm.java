package dev.switchback.docs.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process with a JVM of its own, which starts fast and writes into a pipe. It is killed when it is closed. */
final class Jvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private Jvm(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts a process.
     *
     * @param folder where
     * @param main the class to run, from the class path of the tests
     * @param variables added to the environment, from which all settings of Switchback are taken away
     * @param arguments its arguments
     */
    static Jvm start(Path folder, Class<?> main, Map<String, String> variables, String... arguments)
            throws IOException {
        return start(folder, Archived.CLASSES.options(), main, variables, arguments);
    }

    /** Starts a process with options, among them the class path. */
    static Jvm start(
            Path folder, List<String> options, Class<?> main, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=UTC"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SWITCHBACK_") || name.contains("DATABASE_URL"));
        builder.environment().putAll(variables);
        return new Jvm(builder.start());
    }

    /**
     * Waits until the process has printed as many lines of a kind as wanted, or has ended.
     *
     * @param begin how such lines begin
     * @param count how many
     * @return whether it has printed them
     */
    boolean prints(String begin, int count) {
        int seen = 0;
        while (seen < count) {
            String line = read();
            if (line == null) {
                return false;
            }
            seen += line.startsWith(begin) ? 1 : 0;
        }
        return true;
    }

    private @Nullable String read() {
        try {
            String line = output.readLine();
            if (line != null) {
                lines.add(line);
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its number. */
    long pid() {
        return process.pid();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** Everything that it has printed, once it has ended. */
    String output() {
        while (read() != null) {
            // to the end
        }
        return String.join("\n", lines);
    }

    /** Waits for its end. */
    int waitFor() {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                throw new AssertionError("the process does not end; so far it said: " + lines);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            output.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made by the first that needs it. */
    private static final class Archived {
        private static final ClassArchive CLASSES = make();

        private static ClassArchive make() {
            try {
                Path folder = Files.createDirectories(Path.of("target").toAbsolutePath());
                return ClassArchive.make(Files.createTempDirectory(folder, "children"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
