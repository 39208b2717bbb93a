package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.answer.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about commands has what the program has. That the help texts are those of the program is another test. */
final class CommandsPageTest {

    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*) {2,}[A-Z]");

    private final MarkdownPage page = MarkdownPage.read("docs/reference/commands.md");

    @Test
    void listsEveryExitCodeWithItsPage() {
        MarkdownTable table = MarkdownTable.of(page, "code");

        assertThat(table.rows().stream().map(row -> row.get(0) + " " + row.get(1)))
                .containsExactlyElementsOf(Stream.of(ExitCode.values())
                        .map(code -> code.number() + " [" + code.name() + "](errors/" + code.name() + ".md)")
                        .toList());
    }

    @Test
    void explainsEveryCommand() throws Exception {
        String help = new Shell(Path.of("")).run("switchback help");
        List<String> commands =
                COMMAND.matcher(help).results().map(m -> m.group(1)).toList();

        assertThat(commands).contains("upgrade", "downgrade", "check", "auto-upgrade");
        assertThat(page.lines())
                .containsAll(commands.stream().map(name -> "### " + name).toList());
    }
}
