package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.ScriptRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn package} made; runs after it, in {@code mvn verify}. */
final class DistributionTest {

    @TempDir
    private Path project;

    private Path home = Path.of("");

    @BeforeEach
    void findIt() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            home = files.filter(Files::isDirectory)
                    .filter(path -> path.getFileName().toString().startsWith("switchback-"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private ScriptRun run() {
        return ScriptRun.in(project)
                .variable(
                        "SWITCHBACK_JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    @Test
    void holdsBothEnginesTheDriversAndNothingOfTheTests() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            List<String> jars =
                    files.map(path -> path.getFileName().toString()).sorted().toList();
            for (String artifact : List.of(
                    "adapter-cli",
                    "adapter-flyway",
                    "adapter-liquibase",
                    "migration-core",
                    "sqlite-jdbc",
                    "h2",
                    "postgresql",
                    "mariadb-java-client")) {
                assertThat(jars).anyMatch(jar -> jar.startsWith(artifact + "-"));
            }
            assertThat(jars)
                    .noneMatch(jar -> jar.contains("junit") || jar.contains("assertj") || jar.contains("tests"));
        }
        assertThat(home.resolve("LICENSE")).isRegularFile();
        assertThat(home.resolve("NOTICE")).isRegularFile();
    }

    @Test
    void isPackedToo() throws IOException {
        String name = home.getFileName().toString();
        assertThat(home.resolveSibling(name + ".tar.gz")).isRegularFile();
        try (ZipFile zip = new ZipFile(home.resolveSibling(name + ".zip").toFile())) {
            assertThat(zip.getEntry(name + "/bin/switchback")).isNotNull();
            assertThat(zip.getEntry(name + "/LICENSE")).isNotNull();
        }
    }

    @Test
    void migratesAFreshProject() throws Exception {
        String switchback = home.resolve("bin").resolve("switchback").toString();
        assertThat(run().run(switchback, "init").exitCode()).isZero();
        Files.writeString(project.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
        Outcome refused = run().run(switchback, "upgrade", "--engine", "flyway");
        assertThat(refused.exitCode())
                .as("a file that migrations.sum does not list")
                .isEqualTo(4);
        Files.delete(project.resolve("migrations/migrations.sum"));
        assertThat(run().run(switchback, "upgrade", "--engine", "flyway").exitCode())
                .isZero();
        assertThat(run().run(switchback, "current", "--engine", "flyway").out()).isEqualTo("1\n");
    }

    @Test
    void isWhatMigrateShStarts() throws Exception {
        Outcome outcome = run().run(Path.of("..", "migrate.sh").toAbsolutePath().toString(), "version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("switchback ");
    }
}
