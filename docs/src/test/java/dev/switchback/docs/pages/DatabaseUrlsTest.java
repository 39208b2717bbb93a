package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.switchback.api.config.DatabaseUrl;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The URLs that the page names are such. */
final class DatabaseUrlsTest {

    private static final MarkdownPage PAGE = MarkdownPage.read("docs/reference/configuration.md");
    private static final String SCHEME_ONLY = "…";

    @Test
    void areRead() {
        List<String> urls = MarkdownTable.of(PAGE, "given").column(0).stream()
                .flatMap(cell -> Stream.of(cell.split(", ", -1)))
                .filter(url -> !url.contains(SCHEME_ONLY))
                .toList();

        assertThat(urls)
                .hasSize(7)
                .allSatisfy(url ->
                        assertThatCode(() -> DatabaseUrl.parse(url)).as(url).doesNotThrowAnyException());
    }

    @Test
    void takeTheParametersThatAreNamed() {
        String text = String.join(" ", PAGE.lines());
        String named = text.substring(text.indexOf("may be spelt as in other tools:"));
        List<String> postgresql = parameters(named.substring(0, named.indexOf("(PostgreSQL)")));
        List<String> mariadb =
                parameters(named.substring(named.indexOf("(PostgreSQL)"), named.indexOf("(MariaDB, MySQL)")));

        assertThat(postgresql).hasSize(7).allSatisfy(name -> accepts("postgres://host/shop?", name));
        assertThat(mariadb).hasSize(5).allSatisfy(name -> accepts("mysql://host/shop?", name));
    }

    private static List<String> parameters(String text) {
        return Pattern.compile("`([^`]+)`")
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static void accepts(String url, String parameter) {
        String value = parameter.contains("=")
                ? ""
                : parameter.contains("timeout")
                        ? "=5"
                        : parameter.startsWith("ssl") && parameter.endsWith("mode") ? "=require" : "=any";
        assertThatCode(() -> DatabaseUrl.parse(url + parameter + value))
                .as(parameter)
                .doesNotThrowAnyException();
    }
}
