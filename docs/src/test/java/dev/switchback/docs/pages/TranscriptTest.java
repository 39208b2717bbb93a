package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison itself, so that a page cannot pass because nothing is compared. */
final class TranscriptTest {

    private static Transcript.Step step(String... output) {
        return new Transcript.Step("x", 1, List.of(output));
    }

    @Test
    void readsCommandsWithTheirOutput() {
        MarkdownPage page =
                new MarkdownPage("p.md", List.of("a", "```console", "$ one", "$ two", "2", "3", "```", "b"));

        assertThat(Transcript.of(page.blocks("console").get(0)).steps())
                .containsExactly(
                        new Transcript.Step("one", 3, List.of()), new Transcript.Step("two", 4, List.of("2", "3")));
    }

    @Test
    void wantsEveryLine() {
        assertThat(step("a", "b").printed("a\nb\n")).isTrue();
        assertThat(step("a", "b").printed("a\n")).isFalse();
        assertThat(step("a").printed("a\nb\n")).isFalse();
        assertThat(step().printed("a")).isFalse();
        assertThat(step().printed("")).isTrue();
    }

    @Test
    void lettersMeanThemselves() {
        assertThat(step("a.b (c)").printed("a.b (c)")).isTrue();
        assertThat(step("a.b").printed("axb")).isFalse();
    }

    @Test
    void dotsStandForAnythingInALine() {
        assertThat(step("took … ms").printed("took 12 ms")).isTrue();
        assertThat(step("took … ms").printed("took 12\n ms")).isFalse();
        assertThat(step("a …").printed("a b c")).isTrue();
    }

    @Test
    void aLineOfDotsStandsForAnyLines() {
        assertThat(step("a", "…", "d").printed("a\nb\nc\nd")).isTrue();
        assertThat(step("a", "…", "d").printed("a\nd")).isTrue();
        assertThat(step("a", "…", "d").printed("a\nb\nc")).isFalse();
        assertThat(step("a", "…").printed("a\nb\nc")).isTrue();
    }
}
