package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Eight processes started together, as eight replicas of an application would: each migration runs once, all succeed. */
@Timeout(180)
final class StartersTest {

    private static final int STARTERS = 8;

    @TempDir
    private Path folder;

    private Process start(int number, String engine, String database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.switchback.cli.Main",
                        "--engine",
                        engine,
                        "--url",
                        database,
                        number % 2 == 0 ? "upgrade" : "auto-upgrade")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output(number).toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("SWITCHBACK_") || name.contains("DATABASE_URL"));
        return builder.start();
    }

    private Path output(int number) {
        return folder.resolve("out" + number + ".txt");
    }

    @ParameterizedTest
    @CsvSource({
        "flyway, sqlite:///app.db",
        "flyway, h2:file:./app",
        "liquibase, sqlite:///app.db",
        "liquibase, h2:file:./app"
    })
    void applyEachMigrationOnceAndAllSucceed(String engine, String database) throws Exception {
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        for (int i = 1; i <= 5; i++) {
            Files.writeString(migrations.resolve("V" + i + "__table.sql"), "CREATE TABLE t" + i + " (id INTEGER);\n");
        }
        List<Process> starters = new ArrayList<>();
        try {
            for (int i = 0; i < STARTERS; i++) {
                starters.add(start(i, engine, database));
            }
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < STARTERS; i++) {
                assertThat(starters.get(i).waitFor(150, TimeUnit.SECONDS)).isTrue();
                String output = Files.readString(output(i));
                assertThat(starters.get(i).exitValue()).as(output).isZero();
                all.append(output);
            }
            assertTheWaitersKnowWhoDidTheWork(starters);
            for (int i = 1; i <= 5; i++) {
                assertThat(all.toString()).containsOnlyOnce(" applied    V" + i + "__table.sql");
            }
        } finally {
            starters.forEach(Process::destroyForcibly);
        }
    }

    private void assertTheWaitersKnowWhoDidTheWork(List<Process> starters) throws IOException {
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < STARTERS; i++) {
            outputs.add(Files.readString(output(i)));
        }
        int worker = outputs.indexOf(outputs.stream()
                .filter(o -> o.contains(" applied    V1__table.sql"))
                .findFirst()
                .orElseThrow());
        String name = "pid " + starters.get(worker).pid() + " on ";
        for (String output : outputs) {
            if (output.equals(outputs.get(worker))) {
                assertThat(output).doesNotContain("meanwhile");
            } else if (output.contains("Waiting for the migration lock")) {
                assertThat(output.lines().reduce("", (before, line) -> line))
                        .as(output)
                        .containsAnyOf("applied meanwhile by " + name, "waited for " + name);
            } else {
                assertThat(output).containsAnyOf("already up to date", "Nothing to do, at 5.", "by another process");
            }
        }
    }
}
