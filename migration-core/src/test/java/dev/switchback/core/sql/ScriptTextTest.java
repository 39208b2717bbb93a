package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScriptTextTest {

    private static final String LINE = "größe; 測試 🐘\n";

    private static String read(Reader reader) throws IOException {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 10_000})
    void readsWhatWasWritten(int lines) throws IOException {
        String text = LINE.repeat(lines);
        ScriptText script = ScriptText.of(text);
        assertThat(script.string()).isEqualTo(text);
        assertThat(read(script.open())).isEqualTo(text);
        assertThat(script.bytes().readAllBytes())
                .hasSize(script.size())
                .asString()
                .isEqualTo(text);
        int half = lines / 2;
        assertThat(read(script.open((long) half * LINE.getBytes(StandardCharsets.UTF_8).length)))
                .isEqualTo(LINE.repeat(lines - half));
        assertThat(script.beginning(7)).isEqualTo(text.substring(0, Math.min(7, text.length())));
        assertThat(script.contains(';')).isEqualTo(lines > 0);
        assertThat(script.contains('$')).isFalse();
        assertThat(script).isEqualTo(ScriptText.of(text)).hasSameHashCodeAs(ScriptText.of(text));
        assertThat(script.toString()).doesNotContain("größe");
    }

    @Test
    void isCanonicalWithoutMarkAndReturns() {
        ScriptText plain = ScriptText.of("a\n\nb\n\nc");
        assertThat(plain.canonical()).isSameAs(plain);
        assertThat(ScriptText.of("\ufeffa\r\n\rb\n\r\nc").canonical()).isEqualTo(plain);
        assertThat(ScriptText.of("\ufeff").canonical().string()).isEmpty();
        assertThat(ScriptText.of("a\ufeff").canonical().string()).isEqualTo("a\ufeff");
    }

    @Test
    void eachOfManyBlocksOfRowsIsReadWhereItIs() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String rows : List.of("🐘\n", "ß\n", "測\n", "a\n")) {
            text.append("copy a from stdin; -- größe\n")
                    .append(rows.repeat(700_000))
                    .append("\\.\n");
        }
        Iterator<SqlStatement> statements =
                SqlSplitter.of(SqlDialect.POSTGRESQL).statements(ScriptText.of(text.toString()), "x.sql");
        for (String rows : List.of("🐘\n", "ß\n", "測\n", "a\n")) {
            CopyData data = statements.next().copyData().orElseThrow();
            assertThat(read(data.open())).isEqualTo(rows.repeat(700_000));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 100_000})
    void rowsAreReadFromTheScriptHoweverManyTheyAre(int rows) throws IOException {
        String before = "-- 測試\nselect '" + LINE.repeat(5_000) + "';\ncopy a from stdin;\n";
        Iterator<SqlStatement> statements = SqlSplitter.of(SqlDialect.POSTGRESQL)
                .statements(ScriptText.of(before + LINE.repeat(rows) + "\\.\nselect 2;\n"), "x.sql");
        statements.next();
        CopyData data = statements.next().copyData().orElseThrow();
        assertThat(data.length()).isEqualTo((long) rows * LINE.length());
        assertThat(read(data.open())).isEqualTo(LINE.repeat(rows));
        assertThat(data).isEqualTo(CopyData.of(LINE.repeat(rows)));
        assertThat(data.toString()).doesNotContain("größe");
        assertThat(statements.next())
                .satisfies(last -> assertThat(last.sql()).isEqualTo("select 2"))
                .satisfies(last -> assertThat(last.line()).isEqualTo(5_005 + rows));
        assertThat(statements.hasNext()).isFalse();
    }
}
