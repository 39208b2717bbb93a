package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class DotEnvTest {
    static Stream<Arguments> values() {
        return Stream.of(
                row("A=b", "b"),
                row("A=", ""),
                row("A=  b c \t", "b c"),
                row("  A=b", "b"),
                row("export A=b", "b"),
                row("export\tA=b", "b"),
                row("A=b=c", "b=c"),
                row("A=b #c", "b"),
                row("A=b#c", "b#c"),
                row("A=#b", "#b"),
                row("A= # b", ""),
                row("A=pa#ss\"w'd", "pa#ss\"w'd"),
                row("A=$HOME `id` $(id) ${HOME} \\n", "$HOME `id` $(id) ${HOME} \\n"),
                row("A='b # \\n ${HOME} \"'", "b # \\n ${HOME} \""),
                row("A='b' # c", "b"),
                row("A=''", ""),
                row("A=\"b # c\"", "b # c"),
                row("A=\"b\"   ", "b"),
                row("A=\"b\" # c", "b"),
                row("A=\"1\\n2\\t3\\\"4\\\\5\\$6\"", "1\n2\t3\"4\\5$6"),
                row("A=\"one\ntwo\nthree\"", "one\ntwo\nthree"),
                row("A=\"$(touch x) `touch x` $HOME $\"", "$(touch x) `touch x` $HOME $"),
                row("A=\"<${HOME}>\"", "</home/bob>"),
                row("X=1\nX=2\nA=\"${X}\"", "2"),
                row("HOME=elsewhere\nA=\"${HOME}\"", "/home/bob"),
                row("X='${HOME}'\nA=\"${X}\"", "${HOME}"),
                row("A=\"\\${HOME}\"", "${HOME}"),
                row("# A=x\n\n  # B=y\nA=b", "b"),
                row("A=1\nA=2", "2"),
                row("A.b-c_1=x\nA=2", "2"));
    }

    private static Arguments row(String text, String value) {
        return Arguments.of(text, value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsTheGrammar(String text, String value) {
        Map<String, SourcedText> variables = DotEnv.parse(".env", text, Map.of("HOME", "/home/bob"));

        assertThat(variables.get("A")).isNotNull();
        assertThat(variables)
                .hasEntrySatisfying("A", found -> assertThat(found.text()).isEqualTo(value));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                row("A=b\nhunter2", "line 2: there is no ="),
                row("A =hunter2", "line 1: what stands before the = is not a name"),
                row("=hunter2", "line 1: what stands before the = is not a name"),
                row("1A=hunter2", "line 1: what stands before the = is not a name"),
                row("exportA B=hunter2", "line 1: what stands before the = is not a name"),
                row("\n\nA='hunter2", "line 3: the ' is not closed"),
                row("A='hunter2\n'", "line 1: the ' is not closed"),
                row("A='hunter2'x", "line 1: there is something after the closing quote"),
                row("A=\"hunter2\"#x", "line 1: there is something after the closing quote"),
                row("A=b\nB=\"hunter2\nx\ny", "line 2: the \" is never closed"),
                row("A=\"hunter\n\\x2\"", "line 2: there is a backslash"),
                row("A=\"hunter2\\", "line 1: there is a backslash"),
                row("A=\"${hunter2}\"", "line 1: a ${NAME} is set neither"),
                row("A=\"${hunter2:-x}\"", "line 1: there is a ${ that is not"),
                row("A=\"${hunter2", "line 1: there is a ${ that is not"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void namesTheLineAndNothingOfIt(String text, String fragment) {
        assertThatThrownBy(() -> DotEnv.parse(".env", text, Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith(".env: " + fragment)
                .hasMessageNotContaining("hunter")
                .hasNoCause();
    }

    @Test
    void remembersTheLineAfterAValueOfSeveralLines() {
        Map<String, String> origins = new LinkedHashMap<>();
        DotEnv.parse(".env", "A=\"1\n2\n3\"\n\nB=4", Map.of())
                .forEach((name, value) -> origins.put(name, value.origin().toString()));

        assertThat(origins).isEqualTo(Map.of("A", ".env line 1", "B", ".env line 5"));
    }

    @Test
    void printsNoValue() {
        assertThat(DotEnv.parse(".env", "A=hunter2", Map.of()).toString()).doesNotContain("hunter");
    }
}
