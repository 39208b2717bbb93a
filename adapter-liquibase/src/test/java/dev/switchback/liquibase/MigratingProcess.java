package dev.switchback.liquibase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.event.MigrationEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that begins to migrate, and stays in the middle of it until it is killed. */
final class MigratingProcess {

    private static final String MIDDLE = "in the middle";

    private MigratingProcess() {}

    /** Starts one and returns when it is in the middle of its first migration. */
    static Process start(String url, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                MigratingProcess.class.getName(),
                url,
                folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = process.inputReader().readLine();
        if (!MIDDLE.equals(line)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process did not begin: " + line);
        }
        return process;
    }

    public static void main(String[] arguments) {
        try (MigrationManager manager = Switchback.configure()
                .baseDir(Path.of(arguments[1]))
                .dirs("migrations")
                .engine("liquibase")
                .databaseUrl(arguments[0])
                .listener(event -> {
                    if (event instanceof MigrationEvent.MigrationStarted) {
                        System.out.println(MIDDLE);
                        sleepForEver();
                    }
                })
                .open()) {
            manager.upgrade();
        }
    }

    private static void sleepForEver() {
        try {
            TimeUnit.DAYS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
