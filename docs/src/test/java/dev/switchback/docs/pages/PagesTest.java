package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page. */
final class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]+))?\\)");

    static List<MarkdownPage> pages() {
        return MarkdownPage.all();
    }

    @Test
    void thereArePages() {
        assertThat(pages())
                .extracting(MarkdownPage::path)
                .contains("CONTRIBUTING.md", "CHANGELOG.md", "docs/adr/README.md", "docs/reference/errors.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(MarkdownPage page) {
        Path folder = Repository.root().resolve(page.path()).resolveSibling("");
        for (MatchResult link : LINK.matcher(prose(page)).results().toList()) {
            String target = link.group(1);
            if (target.startsWith("https://")) {
                continue;
            }
            Path file = target.isEmpty() ? Repository.root().resolve(page.path()) : folder.resolve(target);
            assertThat(file).as(page.path() + " links to " + target).exists();
            if (link.group(2) != null) {
                String relative = Repository.root()
                        .relativize(file.normalize())
                        .toString()
                        .replace('\\', '/');
                assertThat(anchors(MarkdownPage.read(relative)))
                        .as(page.path() + " links to " + target)
                        .contains(link.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFenceIsClosedAndSaysWhatIsInIt(MarkdownPage page) {
        long fences = page.lines().stream().filter(l -> l.startsWith("```")).count();
        assertThat(fences % 2).as(page.path()).isZero();
        for (int i = 0, fence = 0; i < page.lines().size(); i++) {
            if (page.lines().get(i).startsWith("```") && fence++ % 2 == 0) {
                assertThat(page.lines().get(i))
                        .as(page.path() + ":" + (i + 1))
                        .matches("```(console|java|sh|sql|xml|yaml|properties|json|text)");
            }
        }
    }

    @Test
    void theDecisionsAreListed() {
        String list = String.join("\n", MarkdownPage.read("docs/adr/README.md").lines());
        assertThat(pages().stream().map(MarkdownPage::path).filter(p -> p.matches("docs/adr/\\d{4}-.*")))
                .hasSizeGreaterThan(3)
                .allSatisfy(p -> assertThat(list).contains("(" + p.substring("docs/adr/".length()) + ")"));
    }

    private static String prose(MarkdownPage page) {
        StringBuilder text = new StringBuilder();
        boolean code = false;
        for (String line : page.lines()) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (!code) {
                text.append(line.replaceAll("`[^`]*`", "`x`")).append('\n');
            }
        }
        return text.toString();
    }

    /** The anchors that GitHub makes of headings. */
    private static List<String> anchors(MarkdownPage page) {
        return page.lines().stream()
                .map(Pattern.compile("#+ (.*)")::matcher)
                .filter(Matcher::matches)
                .map(m -> m.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
