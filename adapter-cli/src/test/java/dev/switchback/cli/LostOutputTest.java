package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process whose standard output takes nothing: a full disk is one, whoever has read enough another. */
final class LostOutputTest extends InstalledProgram {

    @BeforeEach
    void makeAProject() throws IOException {
        migration("V1__one.sql", "CREATE TABLE one (id INTEGER);");
    }

    /** The exit code of the command line alone, whatever the shell does around it. */
    private int run(String command) throws Exception {
        Installation.process(project(), List.of("sh", "-c", "{ \"$0\" " + command, launcher()))
                .start()
                .waitFor();
        return Integer.parseInt(text("code").strip());
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
