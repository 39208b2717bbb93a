package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.error.ErrorCode;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about errors has what the code has. */
final class ErrorsPageTest {

    private final MarkdownPage page = MarkdownPage.read("docs/reference/errors.md");

    @Test
    void listsEveryException() {
        assertThat(MarkdownTable.of(page, "exception").column(0))
                .containsExactlyInAnyOrderElementsOf(Stream.of(SwitchbackException.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    @Test
    void namesEveryCode() {
        assertThat(MarkdownTable.of(page, "exception").column(1).stream().flatMap(c -> Stream.of(c.split(", "))))
                .containsOnly(Stream.of(ErrorCode.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void listsEveryKindOfProblem() {
        assertThat(MarkdownTable.of(page, "kind").column(0))
                .containsExactlyElementsOf(
                        Stream.of(Problem.Kind.values()).map(Enum::name).toList());
    }
}
