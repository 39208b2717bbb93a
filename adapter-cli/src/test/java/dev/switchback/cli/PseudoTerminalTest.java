package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program where a person sits: in a pseudo-terminal, made by {@code script} of util-linux. */
final class PseudoTerminalTest extends InstalledProgram {

    private static final String ESCAPE = "\u001b[";

    @BeforeEach
    void makeAProject() throws IOException {
        migration("V1__one.sql", "CREATE TABLE one (id INTEGER);");
        migration("U1__one.sql", "DROP TABLE one;");
    }

    /** What a person sees who types these lines; the exit code is the last line. */
    private String seen(String typed, String variables, String arguments) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "script",
                        "-qec",
                        "env -i PATH=\"$PATH\" TERM=xterm LC_ALL=C.UTF-8 SWITCHBACK_CACHE=off SWITCHBACK_ENGINE=flyway"
                                + " SWITCHBACK_JAVA='" + java + "' " + variables + " '" + launcher() + "' " + arguments
                                + "; echo \"=$?\"",
                        "/dev/null")
                .directory(project().toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(typed.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    @Test
    void isColouredAndShowsOneLineThatIsUpdated() throws Exception {
        String text = seen("", "", "upgrade");
        assertThat(text)
                .contains(ESCAPE + "32m✓" + ESCAPE + "0m Done. 1 applied")
                .contains("\r" + ESCAPE + "K  [1/1] V1__one.sql  00:00")
                .contains("\r" + ESCAPE + "K  [1/1] V1__one.sql  00:00  statement 1/1")
                .doesNotContain("applying")
                .contains("=0");
    }

    @Test
    void isPlainWhereNoColorIsWanted() throws Exception {
        assertThat(seen("", "NO_COLOR=1", "status"))
                .contains("• 1  one  pending")
                .doesNotContain(ESCAPE);
        assertThat(seen("", "TERM=dumb", "status")).doesNotContain(ESCAPE);
        // empty means not set
        assertThat(seen("", "NO_COLOR=", "status")).contains(ESCAPE);
    }

    @Test
    void asksAndTakesTheAnswer() throws Exception {
        assertThat(seen("", "", "upgrade")).contains("=0");
        assertThat(seen("n\n", "NO_COLOR=1", "downgrade -1"))
                .contains("This will revert 1 migration", "Continue? [y/N] ", "not confirmed", "=10");
        assertThat(seen("y\n", "NO_COLOR=1", "downgrade -1")).contains("1 reverted", "=0");
    }

    @Test
    void speaksAsciiWhereTheLocaleDoes() throws Exception {
        assertThat(seen("", "LC_ALL=C NO_COLOR=1", "status"))
                .contains(". 1  one  pending")
                .doesNotContain("•");
    }

    @Test
    void thePipeGetsNeitherColourNorSignsThatMoveTheCursor() throws Exception {
        String text = seen("", "", "upgrade --no-progress 2>err | cat");
        assertThat(text).contains("Done. 1 applied").doesNotContain(ESCAPE);
        assertThat(project().resolve("err")).content().contains("applied    V1__one.sql");
    }
}
