package dev.switchback.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container whose file system is read-only: the driver of SQLite unpacks its native library when it is first used. */
final class UnwritableTempFolderTest {

    @TempDir
    Path dir;

    @Test
    void saysWhatTheDriverOfSqliteNeeds() throws Exception {
        MigrateOnStartup.run(Application.in(dir, "flyway").upgrading());
        // nobody can write into a file as if it were a folder, root neither
        Path noFolder = Files.createFile(dir.resolve("file")).resolve("tmp");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dorg.sqlite.tmpdir=" + noFolder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineClassesTest.Starter.class.getName(),
                        dir.toString(),
                        "flyway",
                        "verify")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isNotZero();
        assertThat(output)
                .contains(
                        "the driver cannot load its native library",
                        "UNAVAILABLE, the database is UNCHANGED; next: give it a folder to unpack it",
                        "-Dorg.sqlite.tmpdir=DIR");
    }
}
