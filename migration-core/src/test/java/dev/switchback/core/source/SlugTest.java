package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.InvalidRequestException;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "add invoice table,            add_invoice_table",
        "../../etc/passwd,             etc_passwd",
        "..\\..\\windows,              windows",
        "-rf,                          rf",
        "a\u0000b,                     a_b",
        "two\u2028lines,               two_lines",
        "abc\u202Egpj.sql,             abc_gpj_sql",
        "\uD83D\uDE80 launch,          launch",
        "Größe & Straße,               grosse_strasse",
        "crème brûlée,                 creme_brulee",
        "ﬁle №1,                       file_no1",
        "TITLE,                        title",
        "con artist,                   con_artist",
        "a'); DROP TABLE x;--,         a_drop_table_x",
    })
    void keepsLettersAndDigits(String description, String slug) {
        assertThat(Slug.of(description)).isEqualTo(slug);
    }

    @Test
    void isCutToAReasonableLength() {
        assertThat(Slug.of("x".repeat(10_000))).isEqualTo("x".repeat(80));
        assertThat(Slug.of("x".repeat(79) + " yz")).isEqualTo("x".repeat(79));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "..", "../..", "\n", "\u0000", "\u202E", "🚀", "漢字", "---", "CON", "nul", "Com1", "LPT9"
            })
    void refusesWhatGivesNoName(String description) {
        assertThatThrownBy(() -> Slug.of(description))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.argument()).isEqualTo("description"));
    }

    @Test
    void doesNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Slug.of("TITLE index")).isEqualTo("title_index");
        } finally {
            Locale.setDefault(before);
        }
    }

    @RepeatedTest(300)
    void isAlwaysASafeName(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        StringBuilder text = new StringBuilder("ok ");
        for (int i = random.nextInt(200); i >= 0; i--) {
            text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x80 : 0x10FFFF));
        }
        assertThat(Slug.of(text.toString()))
                .as("seed %s", repetition.getCurrentRepetition())
                .matches("[a-z0-9]+(_[a-z0-9]+)*")
                .hasSizeLessThanOrEqualTo(80);
    }
}
