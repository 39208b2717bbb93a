package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import dev.switchback.cli.answer.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told about the commands. */
final class HelpTest {

    @TempDir
    private Path folder;

    private Outcome run(String... args) {
        return CommandLineRun.in(folder, FakeMigrations.sound()).run(args);
    }

    @Test
    void listsAllCommandsAndOptions() {
        String help = run("help").out();
        assertThat(help)
                .contains("\n  status ", "\n  upgrade ", "\n  auto-upgrade ", "--lock-timeout", "-C DIR")
                .contains("no telemetry");
        assertThat(help.lines()).allMatch(line -> line.length() <= 80);
        assertThat(run("--help").out()).isEqualTo(help);
        assertThat(run("-h").out()).isEqualTo(help);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto-upgrade",
                "check",
                "completion",
                "config",
                "create",
                "current",
                "doctor",
                "downgrade",
                "engine",
                "engines",
                "export",
                "heads",
                "help",
                "history",
                "init",
                "lock",
                "plan",
                "rebase",
                "repair",
                "show",
                "stamp",
                "status",
                "upgrade",
                "version",
                "wait"
            })
    void explainsEachCommandWithAnExampleInEightyColumns(String command) {
        assertThat(run("help").out()).contains("\n  " + command + " ");
        Outcome outcome = run("help", command);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("Usage: switchback " + command, "Examples:\n  switchback " + command);
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        if (!command.equals("help")) {
            assertThat(run(command, "--help").out()).isEqualTo(outcome.out());
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("version").out()).matches("switchback \\d+\\.\\d+\\.\\S+ \\(Java 17\\)\n");
        assertThat(run("--version").out()).isEqualTo(run("version").out());
        assertThat(run("create", "-V").out()).isEqualTo(run("version").out());
        assertThat(run("status", "-V").out()).isEqualTo(run("version").out());
        assertThat(run("version", "--json").json()).containsEntry("java", "17");
    }

    @ParameterizedTest
    @EnumSource(ExitCode.class)
    void explainsEveryExitCode(ExitCode code) {
        Outcome outcome = run("help", code.name());
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .startsWith("# " + code.name() + " (exit code " + code.number() + ")\n")
                .contains("State of the database: ", "- Next: ")
                .doesNotContain("](");
        assertThat(run("help", String.valueOf(code.number())).out()).isEqualTo(outcome.out());
    }
}
