package dev.switchback.core.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlSplitterTest {
    private static Stream<SplitterCase> cases() {
        return Arrays.stream(SqlDialect.values()).flatMap(dialect -> SplitterCase.of(dialect).stream());
    }

    private static List<SqlStatement> split(SplitterCase example, String script) {
        return SqlSplitter.of(example.dialect()).split(script, "V1__x.sql");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsEveryScriptOfTheTableOrRefusesIt(SplitterCase example) {
        assertSplits(example, example.script());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsTheSameWhateverTheLineEndingsAre(SplitterCase example) {
        assertSplits(example, "\ufeff" + example.script().replace("\n", "\r\n"));
        assertSplits(example, example.script().replace('\n', '\r'));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void splitsTheSameInTheTurkishLocale(SplitterCase example) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertSplits(example, example.script());
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesOneStatementAfterTheOtherAndStopsAtAProblem(SplitterCase example) {
        Iterator<SqlStatement> statements =
                SqlSplitter.of(example.dialect()).statements(ScriptText.of(example.script()), "V1__x.sql");
        if (example.problem().isEmpty()) {
            assertThat(statements).toIterable().containsExactlyElementsOf(example.statements());
        } else {
            assertThatThrownBy(() -> statements.forEachRemaining(statement -> {}))
                    .isInstanceOf(SqlSyntaxProblem.class);
            assertThat(statements.hasNext()).isFalse();
        }
    }

    private static void assertSplits(SplitterCase example, String script) {
        if (example.problem().isEmpty()) {
            assertThat(split(example, script)).containsExactlyElementsOf(example.statements());
        } else {
            assertThatThrownBy(() -> split(example, script))
                    .isInstanceOf(SqlSyntaxProblem.class)
                    .hasMessageStartingWith("V1__x.sql:" + example.problem().orElseThrow())
                    .hasMessageNotContaining("hunter2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesNoStatementsForAnEmptyScriptOrOneOfComments(SqlDialect dialect) {
        SqlSplitter splitter = SqlSplitter.of(dialect);
        for (String script : List.of(
                "", "\ufeff", " \n\t\r\n", ";;\n;", "-- a", "/* a */", "-- a\n/* b\n; */;\n-- c\n", "\u00a0\n")) {
            assertThat(splitter.split(script, "x.sql")).as(script).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void dropsCommentsAroundAStatementAndKeepsThoseInside(SqlDialect dialect) {
        assertThat(SqlSplitter.of(dialect).split("-- a\n/* b */ select /*+ c */ 1 -- d\n, 2 /* e */ -- f", "x.sql"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.line()).isEqualTo(2);
                    assertThat(statement.sql()).isEqualTo("select /*+ c */ 1 -- d\n, 2");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_383, 16_384, 16_385, 40_000})
    void readsStatementsOfAnyLength(int length) {
        String text = "x".repeat(length);
        assertThat(SqlSplitter.of(SqlDialect.SQLITE).split("select '" + text + "';\nselect 2; ", "x.sql"))
                .extracting(SqlStatement::sql)
                .containsExactly("select '" + text + "'", "select 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_383, 16_384, 40_000})
    void forgetsCommentsOfAnyLength(int length) {
        String comment = "/*" + ";".repeat(length) + "*/";
        assertThat(SqlSplitter.of(SqlDialect.SQLITE)
                        .split(comment + "select 1" + comment + ";select 2" + comment, "x.sql"))
                .extracting(SqlStatement::sql)
                .containsExactly("select 1", "select 2");
    }

    @Test
    void tellsFileLineReasonAndAdviceOfAProblem() {
        assertThatThrownBy(() -> SqlSplitter.of(SqlDialect.H2).split("select 1;\n'", "V7__y.sql"))
                .isInstanceOfSatisfying(SqlSyntaxProblem.class, problem -> {
                    assertThat(problem.file()).isEqualTo("V7__y.sql");
                    assertThat(problem.line()).isEqualTo(2);
                    assertThat(problem.reason()).contains("never closed");
                    assertThat(problem.advice()).isEqualTo("close it with '");
                });
    }

    @Test
    void looksNoFurtherThanItIsAsked() {
        Iterator<SqlStatement> statements = SqlSplitter.of(SqlDialect.POSTGRESQL)
                .statements(ScriptText.of("select 1;\nselect 'never closed"), "x.sql");
        assertThat(statements.next().sql()).isEqualTo("select 1");
        assertThatThrownBy(statements::hasNext).isInstanceOf(SqlSyntaxProblem.class);
    }

    @Test
    void hasNothingAfterTheLastStatement() {
        Iterator<SqlStatement> statements =
                SqlSplitter.of(SqlDialect.POSTGRESQL).statements(ScriptText.of("select 1"), "x.sql");
        statements.next();
        assertThatThrownBy(statements::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void takesTheLastCharactersOfUnicodeAsText() {
        assertThat(SqlSplitter.of(SqlDialect.SQLITE).split("select '\uffff;\ud83d\ude00'; select 2", "x.sql"))
                .hasSize(2);
    }
}
