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
            for (String entry : List.of(
                    "LICENSE",
                    "NOTICE",
                    "sbom.cdx.json",
                    "Dockerfile",
                    "drivers/README.md",
                    "share/completions/switchback.bash",
                    "share/man/man1/switchback.1",
                    "share/schema/answer-v1.schema.json",
                    "examples/kubernetes/job.yaml",
                    "examples/compose.yaml",
                    "examples/github/migrations.yml")) {
                assertThat(zip.getEntry(name + "/" + entry)).as(entry).isNotNull();
            }
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

    @Test
    void theBillOfMaterialsNamesEveryJar() throws IOException {
        String sbom = Files.readString(home.resolve("sbom.cdx.json"));
        assertThat(sbom).contains("\"bomFormat\" : \"CycloneDX\"");
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            assertThat(files.map(path -> path.getFileName().toString().replaceFirst("-[0-9].*", ""))
                            .filter(artifact -> !artifact.equals("adapter-cli")))
                    .allMatch(artifact -> sbom.contains("\"name\" : \"" + artifact + "\""));
        }
    }

    @Test
    void takesDriversFromTheirFolder() throws Exception {
        Path jar = home.resolve("drivers/nothing.jar");
        Files.writeString(jar, "no jar");
        try {
            assertThat(run().variable("SWITCHBACK_JAVA_OPTS", "-XshowSettings:properties")
                            .run(home.resolve("bin/switchback").toString(), "version", "-q")
                            .err())
                    .contains("nothing.jar");
        } finally {
            Files.delete(jar);
        }
    }

    @Test
    void startsWithAnArchiveOfClassesFromTheSecondTimeOn() throws Exception {
        Path cache = project.resolve("a cache");
        String switchback = home.resolve("bin/switchback").toString();
        assertThat(run().variable("SWITCHBACK_CACHE", cache.toString())
                        .run(switchback, "engines")
                        .exitCode())
                .isZero();
        // two that start at once both may make it
        assertThat(run().variable("SWITCHBACK_CACHE", cache.toString())
                        .run(switchback, "engines")
                        .exitCode())
                .isZero();
        for (int i = 0; i < 600 && !archiveIn(cache); i++) {
            Thread.sleep(100);
        }
        assertThat(archiveIn(cache)).isTrue();
        Outcome outcome = run().variable("SWITCHBACK_CACHE", cache.toString())
                .variable("SWITCHBACK_JAVA_OPTS", "-Xlog:class+load=info")
                .run(switchback, "version", "-q");
        assertThat(outcome.out())
                .containsPattern("dev\\.switchback\\.cli\\.Main source: shared objects file")
                .containsPattern(anotherInTheArchive() + " source: shared objects file");
    }

    /** Java 25 keeps no class in a form as old as that of picocli's. */
    private static String anotherInTheArchive() {
        return Runtime.version().feature() < 25
                ? "picocli\\.CommandLine"
                : "dev\\.switchback\\.cli\\.command\\.Arguments";
    }

    private static boolean archiveIn(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).toList();
            return names.stream().anyMatch(name -> name.matches("[0-9]+"))
                    && names.stream().noneMatch(name -> name.startsWith("making."));
        }
    }

    @Test
    void startsWithoutAnArchiveWhereNoneCanBeKept() throws Exception {
        Path file = Files.writeString(project.resolve("file"), "");
        Outcome outcome = run().variable(
                        "SWITCHBACK_CACHE", file.resolve("below").toString())
                .run(home.resolve("bin/switchback").toString(), "version", "-q");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theLauncherTellsTheVersionThatTheProgramTells() throws Exception {
        String switchback = home.resolve("bin/switchback").toString();
        String told = run().run(switchback, "version", "--color", "never").out();
        assertThat(told).startsWith("switchback ");
        for (String word : List.of("version", "--version", "-V")) {
            assertThat(run().run(switchback, word).out()).isEqualTo(told);
        }
    }
}
