package dev.switchback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditorTest {

    @Test
    void saysThatItNeedsAShellWhereThereIsNone() {
        Environment environment = new Environment(Map.of("EDITOR", "vi"), Path.of("."), StandardCharsets.UTF_8, "17");

        assertThat(new Editor(environment, "no-such-shell").open(Path.of("V1__one.sql")))
                .hasValueSatisfying(wrong -> assertThat(wrong)
                        .contains("without a POSIX shell (no-such-shell)")
                        .contains("put one on the PATH, or open the file yourself"));
    }
}
