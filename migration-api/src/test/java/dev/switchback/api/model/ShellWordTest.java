package dev.switchback.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261101120000",
                "V1__add_table.sql",
                "sub/R__żółć.sql",
                "-baselineVersion=3",
                "@before-summer",
                "-1",
                "shop.db",
                "localhost:5432"
            })
    void leavesAPlainWordAsItIs(String word) {
        assertThat(new ShellWord(word)).hasToString(word);
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        assertThat(new ShellWord("V1__add table.sql")).hasToString("'V1__add table.sql'");
        assertThat(new ShellWord("it's")).hasToString("'it'\\''s'");
        assertThat(new ShellWord("")).hasToString("''");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "it's", "$HOME", "`id`", "a\\b", "a\"b", "~", "=ls", "*", "a;b", "a\nb", "a#b", "", "!!"})
    void isOneWordToAShell(String word) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s. " + new ShellWord(word)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word + ".");
    }
}
