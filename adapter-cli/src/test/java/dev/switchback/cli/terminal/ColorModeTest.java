package dev.switchback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who decides about colours. */
final class ColorModeTest {

    @ParameterizedTest
    @CsvSource({
        "AUTO,'',true,true",
        "AUTO,'',false,false",
        "ALWAYS,NO_COLOR=1,false,true",
        "NEVER,FORCE_COLOR=1,true,false",
        "AUTO,NO_COLOR=1,true,false",
        "AUTO,NO_COLOR=,true,true",
        "AUTO,NO_COLOR=1 FORCE_COLOR=1,true,false",
        "AUTO,FORCE_COLOR=1,false,true",
        "AUTO,FORCE_COLOR=0,false,false",
        "AUTO,CLICOLOR_FORCE=1,false,true",
        "AUTO,CLICOLOR_FORCE=1 CLICOLOR=0,false,true",
        "AUTO,CLICOLOR=0,true,false",
        "AUTO,CLICOLOR=1,false,false",
        "AUTO,TERM=dumb,true,false",
        "AUTO,TERM=xterm,true,true"
    })
    void followsTheOrderOfTheConventions(ColorMode mode, String variables, boolean terminal, boolean expected) {
        Map<String, String> map = Arrays.stream(variables.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", -1))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Environment environment = new Environment(map, Path.of(""), StandardCharsets.UTF_8, "17");
        assertThat(mode.isOn(environment, terminal)).isEqualTo(expected);
    }
}
