package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process in a container without a locale: what it writes for a file or a program loses no letter. */
final class OutputEncodingTest {

    private static final String TABLE = "CREATE TABLE word (w TEXT DEFAULT 'żółć €');";

    @TempDir
    private static Path shared;

    @TempDir
    private Path project;

    private static Path launcher = Path.of("");

    @BeforeAll
    static void install() throws IOException {
        launcher = Installation.make(shared.resolve("tools"));
    }

    @BeforeEach
    void makeAProject() throws IOException {
        Files.createDirectories(project.resolve("migrations"));
        Files.writeString(project.resolve("migrations/V1__word.sql"), TABLE + "\n");
    }

    private String output(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C", launcher.toString()));
        command.addAll(List.of(arguments));
        assertThat(Installation.process(project, command).start().waitFor()).isZero();
        return Files.readString(project.resolve("out"), StandardCharsets.UTF_8);
    }

    @Test
    void isUtf8() throws Exception {
        assertThat(output("plan")).contains("żółć €");
        assertThat(output("plan", "--json")).contains("'\\u017c\\u00f3\\u0142\\u0107 \\u20ac'");
        assertThat(output("upgrade")).contains("1 applied");
        assertThat(output("inspect", "live")).contains("DEFAULT 'żółć €'");
    }
}
