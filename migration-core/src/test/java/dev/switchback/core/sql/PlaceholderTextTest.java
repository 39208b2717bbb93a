package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlaceholderTextTest {
    private static String replace(String text, Map<String, String> values) {
        return PlaceholderText.of(values).replace(text, "V1__x.sql");
    }

    @Test
    void replacesPlaceholdersEverywhere() {
        assertThat(replace("a ${x} '${x}' -- ${y}\n${y}${x}", Map.of("x", "1", "y", "")))
                .isEqualTo("a 1 '1' -- \n1");
    }

    @Test
    void ignoresTheCaseOfNamesInAnyLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(replace("${ID} ${Id} ${id}", Map.of("iD", "7"))).isEqualTo("7 7 7");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void doesNotSearchValuesAgain() {
        assertThat(replace("${a}", Map.of("a", "${b}", "b", "no"))).isEqualTo("${b}");
    }

    @Test
    void leavesDollarSignsWithoutBracesAlone() {
        String text = "$ $$ $1 {x} $${x} $ {x} $";
        assertThat(replace(text, Map.of("x", "no"))).isEqualTo(text);
        assertThat(replace("$$${x}", Map.of("x", "1"))).isEqualTo("$$1");
    }

    @Test
    void namesAnUnknownPlaceholderItsLineAndTheKnownOnesButNoValues() {
        assertThatThrownBy(() -> replace("a\r\nb\n\rc ${missing}", Map.of("Second", "hunter2", "first", "hunter2")))
                .isInstanceOf(SqlSyntaxProblem.class)
                .hasMessage("V1__x.sql:4: placeholder ${missing} has no value; known are Second, first");
        assertThatThrownBy(() -> replace("${ x }", Map.of()))
                .hasMessage("V1__x.sql:1: placeholder ${ x } has no value; no placeholder is configured");
    }

    @Test
    void refusesAPlaceholderWithoutAnEnd() {
        assertThatThrownBy(() -> replace("${a}\n${a", Map.of("a", "1")))
                .hasMessage("V1__x.sql:2: the placeholder that begins here is never closed; close it with }");
    }

    @Test
    void shortensWhatIsHardlyAName() {
        assertThatThrownBy(() -> replace("${" + "x".repeat(61) + "}", Map.of()))
                .hasMessageContaining("placeholder ${" + "x".repeat(60) + "…} has");
    }

    @Test
    void refusesNamesThatDifferOnlyInCase() {
        assertThatThrownBy(() -> PlaceholderText.of(Map.of("a", "1", "A", "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("different case");
    }
}
