package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process in a container without a locale: what it writes for a file or a program loses no letter. */
final class OutputEncodingTest extends InstalledProgram {

    private static final String TABLE = "CREATE TABLE word (w TEXT DEFAULT 'żółć €');";

    @BeforeEach
    void makeAProject() throws IOException {
        migration("V1__word.sql", TABLE);
    }

    private String output(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "LC_ALL=C", launcher()));
        command.addAll(List.of(arguments));
        assertThat(Installation.process(project(), command).start().waitFor()).isZero();
        return text("out");
    }

    @Test
    void isUtf8() throws Exception {
        assertThat(output("plan")).contains("żółć €");
        assertThat(output("plan", "--json")).contains("'\\u017c\\u00f3\\u0142\\u0107 \\u20ac'");
        assertThat(output("upgrade")).contains("1 applied");
        assertThat(output("inspect", "live")).contains("DEFAULT 'żółć €'");
    }

    /** Containers have that locale, and so may have the JVM of this test: the shell writes the file, and reads its name. */
    @Test
    void namesOfFilesAreUtf8Too() throws Exception {
        run("echo 'CREATE TABLE two (id INTEGER);' >\"migrations/$(printf 'V2__gr\\303\\266e.sql')\"");

        assertThat(output("upgrade")).contains("2 applied");
        assertThat(output("status")).contains("gröe  applied");
        run("LC_ALL=C " + launcher() + " create \"$(printf '\\305\\274e')\"");
        // the accent is left out of the name of the file, which takes who understood the letter
        assertThat(run("ls migrations")).contains("__ze.sql");
    }

    private String run(String command) throws Exception {
        assertThat(Installation.process(project(), List.of("sh", "-c", command))
                        .start()
                        .waitFor())
                .isZero();
        return text("out");
    }
}
