package dev.switchback.tck;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.model.RunResult;
import dev.switchback.api.model.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The workflow in a JVM of its own with little memory. Arguments: engine, URL, folder. Prints how many statements ran up
 * and down.
 */
public final class SmallJvm {

    private SmallJvm() {}

    /** Goes up and down. */
    public static void main(String[] args) {
        try (MigrationManager manager = Switchback.configure()
                .engine(args[0])
                .databaseUrl(args[1])
                .dirs(args[2])
                .open()) {
            int up = statements(manager.upgrade());
            if (!manager.check().ok()) {
                throw new IllegalStateException("not ok");
            }
            System.out.println("up " + up + ", down " + statements(manager.downgrade(Target.base())));
        }
    }

    private static int statements(RunResult run) {
        return run.executed().stream().mapToInt(e -> e.statements()).sum();
    }

    /** Runs it with so many megabytes, and gives everything that it printed. */
    static String run(int megabytes, String engine, String url, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+UseSerialGC",
                        // Java 24 warns about the library of the SQLite driver
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallJvm.class.getName(),
                        engine,
                        url,
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return "exit " + process.waitFor() + ": " + output.strip();
    }
}
