package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose standard output takes nothing: a full disk is one, whoever has read enough another. */
final class LostOutputTest {

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
        Files.writeString(project.resolve("migrations/V1__one.sql"), "CREATE TABLE one (id INTEGER);\n");
    }

    /** The exit code of the command line alone, whatever the shell does around it. */
    private int run(String command) throws Exception {
        Installation.process(project, List.of("sh", "-c", "{ \"$0\" " + command, launcher.toString()))
                .start()
                .waitFor();
        return Integer.parseInt(text("code").strip());
    }

    private String text(String name) throws IOException {
        return Files.readString(project.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerThatIsNotWrittenIsAnError() throws Exception {
        for (String command : new String[] {"upgrade", "status", "current --json", "status --output ndjson"}) {
            assertThat(run(command + " > /dev/full; echo $? > code; }"))
                    .as(command)
                    .isEqualTo(1);
            assertThat(text("err"))
                    .as(command)
                    .contains("Error: the answer could not be written to standard output")
                    .contains("State: as the command left it; only its answer was lost.")
                    .contains("Next:  make room");
        }
        assertThat(run("current; echo $? > code; }")).isZero();
        assertThat(text("out")).isEqualTo("1\n");
    }

    @Test
    void theErrorOfTheCommandKeepsItsCode() throws Exception {
        assertThat(run("check --json > /dev/full; echo $? > code; }")).isEqualTo(3);
        assertThat(text("err")).contains("could not be written");
    }

    @Test
    void aReaderWhoHasEnoughIsNoError() throws Exception {
        assertThat(run("help; echo $? > code; } | true")).isZero();
        assertThat(text("err")).isEmpty();
    }
}
