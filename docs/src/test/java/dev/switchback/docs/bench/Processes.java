package dev.switchback.docs.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts measured processes. */
final class Processes {
    /** With a heap that is nearly too small a process collects garbage for ever. */
    private static final int MINUTES = 2;

    private Processes() {}

    /** Runs a child and gives the two numbers it prints. */
    static long[] run(String tool, String task, Path project, String database, int repeat)
            throws IOException, InterruptedException {
        String url = database.equals("sqlite")
                ? "jdbc:sqlite:" + project.resolve("app.db")
                : "jdbc:h2:" + project.resolve("app");
        return run(List.of(), tool, task, project.resolve("migrations"), url, repeat)
                .orElseThrow(() -> new IOException(tool + " " + task + " failed"));
    }

    /** Runs a child with options for its JVM; empty if it failed or did not come to an end. */
    static Optional<long[]> run(List<String> options, String tool, String task, Path folder, String url, int repeat)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(),
                tool,
                task,
                folder.toString(),
                url,
                Integer.toString(repeat)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(MINUTES, TimeUnit.MINUTES).execute(process::destroyForcibly);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            return Optional.empty();
        }
        return output.lines()
                .filter(line -> line.startsWith("RESULT "))
                .map(line -> line.split(" ", -1))
                .map(words -> new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])})
                .findFirst();
    }
}
