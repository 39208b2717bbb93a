package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.ShellWords.Verb;
import dev.switchback.cli.ShellWords.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Completion scripts and man page say what the help pages say. With {@code -Dgolden.update=true} they are written anew.
 */
final class GeneratedFilesTest {

    private static final Path COMPLETION = Path.of("src/main/resources/dev/switchback/cli/completion");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TempDir
    private Path folder;

    private ShellWords words = new ShellWords("Options of every command", List.of());

    @BeforeEach
    void readTheHelpPages() {
        String overview = run("help");
        List<Verb> verbs = new ArrayList<>();
        for (Word command : ShellWords.commands(overview)) {
            String page = run("help", command.name());
            verbs.add(new Verb(
                    command.name(),
                    command.description(),
                    ShellWords.options(page),
                    values(command.name(), overview),
                    page));
        }
        words = new ShellWords(overview, verbs);
    }

    private static List<String> values(String command, String overview) {
        return switch (command) {
            case "help" ->
                ShellWords.commands(overview).stream().map(Word::name).toList();
            case "completion" -> List.of("bash", "zsh", "fish");
            case "lock" -> List.of("status", "release");
            case "upgrade", "stamp", "plan" -> List.of("head");
            case "downgrade" -> List.of("-1", "base");
            case "diff", "inspect" -> List.of("live", "migrations", "model", "entities");
            default -> List.of();
        };
    }

    private String run(String... args) {
        return CommandLineRun.in(folder, FakeMigrations.sound()).run(args).out();
    }

    private static void check(Path file, String expected) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(file).hasContent(expected);
    }

    @Test
    void bashCompletesWhatTheHelpNames() throws IOException {
        check(COMPLETION.resolve("switchback.bash"), words.bash());
    }

    @Test
    void zshCompletesWhatTheHelpNames() throws IOException {
        check(COMPLETION.resolve("switchback.zsh"), words.zsh());
    }

    @Test
    void fishCompletesWhatTheHelpNames() throws IOException {
        check(COMPLETION.resolve("switchback.fish"), words.fish());
    }

    @Test
    void theManPageHasEveryHelpPage() throws IOException {
        check(Path.of("src/main/dist/share/man/man1/switchback.1"), words.man());
    }

    @Test
    void bashOffersCommandsAndTheirOptions() throws Exception {
        assertThat(offered("switchback", "up")).containsExactly("upgrade");
        assertThat(offered("switchback", "upgrade", "--dr")).containsExactly("--dry-run");
        assertThat(offered("switchback", "--engine", "fly")).containsExactly("flyway");
        assertThat(offered("switchback", "--engine", "flyway", "dow")).containsExactly("downgrade");
    }

    /** What bash would offer for the last of these words. */
    private List<String> offered(String... line) throws Exception {
        StringBuilder quoted = new StringBuilder();
        for (String word : line) {
            quoted.append(" '").append(word).append('\'');
        }
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + COMPLETION.resolve("switchback.bash") + "; COMP_WORDS=(" + quoted + "); COMP_CWORD="
                                + (line.length - 1) + "; _switchback; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String text = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(text).isZero();
        return text.lines().toList();
    }
}
