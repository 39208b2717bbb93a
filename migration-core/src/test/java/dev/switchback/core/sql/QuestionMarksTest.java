package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuestionMarksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            select 1 ~ select 1
            select a ? 'b' ~ select a ?? 'b'
            select a ?| array['x?'] and b ?& c ~ select a ??| array['x?'] and b ??& c
            select 'it''s ?', "a?" ~ select 'it''s ?', "a?"
            select E'it\\'s ?', a ? b ~ select E'it\\'s ?', a ?? b
            do $$ ? $$; select $x$ $$ ? $x$, a ? b ~ do $$ ? $$; select $x$ $$ ? $x$, a ?? b
            select /* ? */ a ? b -- ? ~ select /* ? */ a ?? b -- ?
            select /* ? /* ? */ ? */ a @? '$' /* ? */ ~ select /* ? /* ? */ ? */ a @?? '$' /* ? */
            """)
    void doublesOperatorsOnly(String sql, String expected) {
        assertThat(QuestionMarks.doubled(sql)).isEqualTo(expected);
    }

    @Test
    void takesTextsOfAnyLength() {
        String text = "E'" + "it\\'s ?".repeat(100_000) + "'";
        assertThat(QuestionMarks.doubled("select a ? " + text)).isEqualTo("select a ?? " + text);
    }
}
