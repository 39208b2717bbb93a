package dev.switchback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTerminalTest {

    private final InputStream in = System.in;
    private final PrintStream out = System.out;

    @AfterEach
    void giveBackTheStreams() {
        System.setIn(in);
        System.setOut(out);
    }

    @Test
    void keepsWhatWasTypedAheadForTheNextQuestion() {
        SystemTerminal terminal =
                SystemTerminal.open(new Environment(Map.of(), Path.of("."), StandardCharsets.UTF_8, "17"));
        System.setIn(new ByteArrayInputStream("y\nshop.db\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(terminal.readLine()).hasValue("y");
        assertThat(terminal.readLine()).hasValue("shop.db");
        assertThat(terminal.readLine()).isEmpty();
    }
}
