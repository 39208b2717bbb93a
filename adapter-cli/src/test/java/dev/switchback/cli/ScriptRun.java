package dev.switchback.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs a shell script as a process of its own, with an environment that holds nothing but what a test puts there. */
final class ScriptRun {

    private final Path folder;
    private final Map<String, String> variables = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"));

    private ScriptRun(Path folder) {
        this.folder = folder;
    }

    /** What came of it. */
    record Outcome(int exitCode, String out, String err) {}

    static ScriptRun in(Path folder) {
        return new ScriptRun(folder);
    }

    ScriptRun variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Outcome run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder.toAbsolutePath().getParent(), "out", ".txt");
        Path err = Files.createTempFile(folder.toAbsolutePath().getParent(), "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("still running after two minutes: " + List.of(command));
        }
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** Writes a script that can be run. */
    static Path script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
