package dev.switchback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of a process say. */
final class EnvironmentTest {

    @ParameterizedTest
    @CsvSource({
        "'',false",
        "0,false",
        "false,false",
        "False,false",
        "FALSE,false",
        "no,false",
        "No,false",
        "1,true",
        "TRUE,true",
        "yes,true"
    })
    void aFlagSaysYesOrNoInAnyCase(String value, boolean expected) {
        Environment environment =
                new Environment(Map.of("SWITCHBACK_NO_INPUT", value), Path.of(""), StandardCharsets.UTF_8, "17");

        assertThat(environment.flag("SWITCHBACK_NO_INPUT")).isEqualTo(expected);
    }
}
