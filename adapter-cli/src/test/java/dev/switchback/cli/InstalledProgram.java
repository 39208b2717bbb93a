package dev.switchback.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What a test of the program as it is installed has: its launcher, and a project on SQLite for each method. */
abstract class InstalledProgram {

    @TempDir
    private static Path shared;

    private static Path installed = Path.of("");

    @TempDir
    private Path project;

    @BeforeAll
    static void install() throws IOException {
        installed = Installation.make(shared.resolve("tools"));
    }

    static String launcher() {
        return installed.toString();
    }

    final Path project() {
        return project;
    }

    /** Adds a migration to the project. */
    final void migration(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(project.resolve("migrations"));
        Files.writeString(folder.resolve(name), sql + "\n");
    }

    /** The text of a file in the project; what a process of {@link Installation} says is in {@code out} and {@code err}. */
    final String text(String name) throws IOException {
        return Files.readString(project.resolve(name), StandardCharsets.UTF_8);
    }
}
