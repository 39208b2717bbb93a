package dev.switchback.docs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Starts measured processes. */
final class Processes {
    private Processes() {}

    /** Runs a child and gives the two numbers it prints. */
    static long[] run(String tool, String task, Path project, String database, int repeat)
            throws IOException, InterruptedException {
        String url = database.equals("sqlite")
                ? "jdbc:sqlite:" + project.resolve("app.db")
                : "jdbc:h2:" + project.resolve("app");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        tool,
                        task,
                        project.resolve("migrations").toString(),
                        url,
                        Integer.toString(repeat)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int exit = process.waitFor();
        for (String line : output.lines().toList()) {
            if (line.startsWith("RESULT ")) {
                String[] words = line.split(" ", -1);
                return new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])};
            }
        }
        throw new IOException(tool + " " + task + " ended with " + exit + " and printed: " + output);
    }
}
