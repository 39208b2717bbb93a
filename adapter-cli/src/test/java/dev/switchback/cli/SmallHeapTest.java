package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process with less memory than a statement needs: that is an error like any other, and says what to do. */
final class SmallHeapTest extends InstalledProgram {

    private static final int ROWS = 16_000;

    @BeforeEach
    void makeAProject() throws IOException {
        String row = "(1, '" + "x".repeat(1000) + "')";
        migration("V1__one.sql", "CREATE TABLE one (id INTEGER, text TEXT);");
        migration("V2__rows.sql", "INSERT INTO one VALUES " + (row + ",\n").repeat(ROWS) + row + ";");
    }

    private int run(String options, String command) throws Exception {
        String line = "JAVA_OPTS=" + options + " \"$0\" " + command;
        return Installation.process(project(), List.of("sh", "-c", line, launcher()))
                .start()
                .waitFor();
    }

    @Test
    void anExhaustedHeapIsToldWithItsSizeAndTheWayOut() throws Exception {
        assertThat(run("-Xmx36m", "upgrade --no-progress")).isEqualTo(1);
        assertThat(text("err"))
                // some collectors leave a part of it out
                .containsPattern("Error: out of memory: all of the 3[0-6] MB that Java may use are in use")
                .contains("State: it cannot be told. Look at the database with: switchback status")
                .contains("Next:  give it more, for example with JAVA_OPTS=-Xmx1g in the environment")
                .doesNotContain("Exception", "\tat ");
        assertThat(run("-Xmx36m", "upgrade --json")).isEqualTo(1);
        assertThat(text("out")).contains("\"message\"").contains("out of memory");
    }
}
