package dev.switchback.docs.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process: everything that it writes, also what no code of ours writes. */
final class SecretsOfAProcessTest {

    private static final long SEED = 20_261_126L;

    private final Canary canary = Canary.of(new Random(SEED), "@:/?%+&=, !é");

    @TempDir
    private Path folder;

    /** What a process said, and how it ended. */
    private record Outcome(int exitCode, String text) {}

    private Outcome run(String without, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> without.isEmpty() || !entry.contains(without))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        canary.assertNotIn(text, String.join(" ", arguments) + ", seed " + SEED);
        return new Outcome(exitCode, text);
    }

    @Test
    void aMissingDriverIsNamedAndThePasswordIsNot() throws Exception {
        Files.createDirectory(folder.resolve("migrations"));
        for (String url :
                List.of("mariadb://app:" + canary.encoded() + "@127.0.0.1:1/shop", "mysql://app@127.0.0.1:1/shop")) {
            Outcome outcome = run(
                    "mariadb-java-client",
                    Map.of("DATABASE_URL", url, "DATABASE_PASSWORD", canary.text(), "SWITCHBACK_ENGINE", "flyway"),
                    "status",
                    "--debug");

            assertThat(outcome.exitCode()).as(outcome.text()).isEqualTo(11);
            assertThat(outcome.text()).contains("no JDBC driver", "org.mariadb.jdbc:mariadb-java-client");
        }
    }

    @Test
    void aPasswordOnTheCommandLineIsNotRepeated() throws Exception {
        for (String[] arguments : new String[][] {
            {"status", "--url", "postgres://app:" + canary.text() + "@127.0.0.1:1/shop"},
            {"status", "--url=mariadb://app:" + canary.encoded() + "@127.0.0.1:1/shop", "--engine", "flyway", "--debug"
            },
            {"status", "postgres://app:" + canary.text() + "@127.0.0.1:1/shop"},
            {"upgrade", "postgres://app:" + canary.text() + "@127.0.0.1:1/shop"},
            {"postgres://app:" + canary.text() + "@127.0.0.1:1/shop"},
            {"status", "--password=" + canary.text()},
            {"status", "-p" + canary.text()}
        }) {
            assertThat(run("", Map.of(), arguments).exitCode()).isNotZero();
        }
    }

    @Test
    void aPasswordInAFileIsNotRepeated() throws Exception {
        Files.writeString(
                folder.resolve("switchback.properties"), "url=mariadb://app@127.0.0.1:1/shop\nengine=flyway\n");
        Files.writeString(folder.resolve(".env"), "DATABASE_PASSWORD='" + canary.text() + "'\n");
        Files.createDirectory(folder.resolve("migrations"));
        assertThat(run("", Map.of(), "upgrade", "--debug").exitCode()).isEqualTo(9);
        assertThat(run("", Map.of(), "config", "--origin").text()).contains("password = ****");
        Files.writeString(folder.resolve(".env"), "DATABASE_PASSWORD=\"" + canary.text() + "\n");
        assertThat(run("", Map.of(), "upgrade").exitCode()).isEqualTo(11);
    }
}
