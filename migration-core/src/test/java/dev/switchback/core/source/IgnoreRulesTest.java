package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource({
        "readme.md,      readme.md,        true",
        "readme.md,      docs/readme.md,   true",
        "readme.md,      readme.mdx,       false",
        "*.md,           a/b/c.md,         true",
        "*.md,           c.txt,            false",
        "/top.md,        top.md,           true",
        "/top.md,        a/top.md,         false",
        "docs/,          docs/a.txt,       true",
        "docs/,          x/docs/a.txt,     true",
        "docs/,          docs,             false",
        "docs,           docs/a/b.txt,     true",
        "docs/*.txt,     docs/a.txt,       true",
        "docs/*.txt,     x/docs/a.txt,     false",
        "docs/*.txt,     docs/x/a.txt,     false",
        "docs/**,        docs/x/a.txt,     true",
        "**/a.txt,       a.txt,            true",
        "**/a.txt,       x/y/a.txt,        true",
        "a/**/b.txt,     a/b.txt,          true",
        "a/**/b.txt,     a/x/y/b.txt,      true",
        "a?.sql,         ab.sql,           true",
        "a?.sql,         a.sql,            false",
        "a.c,            abc,              false",
        "(x)+.sql,       (x)+.sql,         true",
    })
    void matchesLikeGitignore(String pattern, String path, boolean ignored) {
        IgnoreRules rules = IgnoreRules.parse("# a comment\n\n" + pattern + "  \n");
        assertThat(rules.badLines()).isEmpty();
        assertThat(rules.ignoresFile(path)).isEqualTo(ignored);
    }

    @Test
    void tellsFoldersFromFiles() {
        IgnoreRules rules = IgnoreRules.parse("old/");
        assertThat(rules.ignoresFolder("old")).isTrue();
        assertThat(rules.ignoresFolder("old/er")).isTrue();
        assertThat(rules.ignoresFile("old")).isFalse();
        assertThat(IgnoreRules.NONE.ignoresFile("old")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!keep.sql", "[ab].sql", "a\\b", "a**", "../x", "./x", "a//b", "/"})
    void reportsWhatIsNoPattern(String pattern) {
        assertThat(IgnoreRules.parse("ok\n" + pattern).badLines())
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.line()).isEqualTo(2);
                    assertThat(bad.reason()).isNotBlank();
                });
    }
}
