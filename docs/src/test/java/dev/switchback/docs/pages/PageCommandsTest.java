package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that a page shows is run, in order, and prints what the page says. */
final class PageCommandsTest {

    @TempDir
    Path folder;

    static List<MarkdownPage> pages() {
        return MarkdownPage.all().stream()
                .filter(p -> !p.blocks("console").isEmpty())
                .toList();
    }

    @Test
    void thePagesForBeginnersShowCommands() {
        assertThat(pages())
                .extracting(MarkdownPage::path)
                .contains("README.md", "docs/tutorial/first-steps.md", "docs/reference/commands.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void printsWhatThePageSays(MarkdownPage page) throws Exception {
        copy(Repository.root().resolve("docs/examples"), folder.resolve("docs/examples"));
        Shell shell = new Shell(folder);
        for (MarkdownPage.Block block : page.blocks()) {
            switch (block.language()) {
                case "console" -> {
                    for (Transcript.Step step : Transcript.of(block).steps()) {
                        check(page, step, shell);
                    }
                }
                case "sql", "properties", "xml", "yaml" -> shell.write(block.lines());
                case MarkdownPage.INSTRUCTION -> follow(page, block, shell);
                default -> {
                    // to be read
                }
            }
        }
    }

    /** What the reader has, or does, beside Switchback. */
    private static void follow(MarkdownPage page, MarkdownPage.Block block, Shell shell) throws Exception {
        String[] words = block.lines().get(0).split(" ", -1);
        String where = page.path() + ":" + block.line();
        switch (words[0]) {
            case "folder:" -> shell.enter(words[1]);
            case "plain-flyway:" ->
                assertThat(PlainEngines.flyway(shell.folder(), words[1], words[2]))
                        .as(where)
                        .isEqualTo(Integer.parseInt(words[4]));
            case "plain-liquibase:" ->
                assertThat(PlainEngines.liquibase(shell.folder(), words[1], words[2]))
                        .as(where)
                        .isEqualTo(Integer.parseInt(words[4]));
            default -> throw new AssertionError(where + ": unknown instruction");
        }
    }

    private static void check(MarkdownPage page, Transcript.Step step, Shell shell)
            throws IOException, InterruptedException {
        String printed = shell.run(step.command());
        assertThat(step.printed(printed))
                .as(
                        "%s:%d $ %s%n--- page%n%s%n--- printed, exit code %d%n%s",
                        page.path(),
                        step.line(),
                        step.command(),
                        String.join("\n", step.output()),
                        shell.exitCode(),
                        printed)
                .isTrue();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().contains("switchback.db")) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
