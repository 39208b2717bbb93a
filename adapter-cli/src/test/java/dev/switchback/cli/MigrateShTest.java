package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.ScriptRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate.sh} in a checkout with spaces in its name, with a launcher that only tells what it was given. */
final class MigrateShTest {

    private static final String TELL = "printf '%s' \"$PWD:\"; for word; do printf '<%s>' \"$word\"; done; exit 7";

    @TempDir
    private Path temp;

    private Path checkout = Path.of("");
    private Path elsewhere = Path.of("");

    @BeforeEach
    void checkOut() throws IOException {
        temp = temp.toRealPath();
        checkout = Files.createDirectories(temp.resolve("my checkout"));
        elsewhere = Files.createDirectories(temp.resolve("else where"));
        Files.copy(Path.of("..", "migrate.sh"), checkout.resolve("migrate.sh"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Path launcher() {
        return checkout.resolve("adapter-cli/target/switchback-1/bin/switchback");
    }

    @Test
    void startsTheLauncherFromTheCallersFolder() throws Exception {
        ScriptRun.script(launcher(), TELL);
        Outcome outcome =
                ScriptRun.in(elsewhere).run(checkout.resolve("migrate.sh").toString(), "create", "a  b", "*", "-1");
        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.out()).isEqualTo(elsewhere + ":<create><a  b><*><-1>");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void isFoundThroughARelativeLink() throws Exception {
        ScriptRun.script(launcher(), TELL);
        Files.createSymbolicLink(elsewhere.resolve("m"), Path.of("..", "my checkout", "migrate.sh"));
        assertThat(ScriptRun.in(elsewhere).run("./m", "status").out()).isEqualTo(elsewhere + ":<status>");
    }

    @Test
    void buildsOnFirstUseAndSaysItOnTheErrorStream() throws Exception {
        Path tools = temp.resolve("tools");
        ScriptRun.script(
                tools.resolve("mvn"),
                "echo \"built in $PWD with $*\"",
                "mkdir -p adapter-cli/target/switchback-1/bin",
                "printf '#!/bin/sh\\n%s\\n' 'echo started' > adapter-cli/target/switchback-1/bin/switchback",
                "chmod +x adapter-cli/target/switchback-1/bin/switchback");
        ScriptRun run = ScriptRun.in(elsewhere).variable("PATH", tools + ":/usr/bin:/bin");
        Outcome first = run.run(checkout.resolve("migrate.sh").toString(), "status");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).isEqualTo("started\n");
        assertThat(first.err()).contains("Building", "built in " + checkout, "-DskipTests -pl adapter-cli -am package");
        Outcome second = run.run(checkout.resolve("migrate.sh").toString(), "status");
        assertThat(second.out()).isEqualTo("started\n");
        assertThat(second.err()).isEmpty();
    }

    @Test
    void endsWithElevenIfItCannotBuild() throws Exception {
        Path tools = temp.resolve("tools");
        ScriptRun.script(tools.resolve("mvn"), "echo broken; exit 1");
        Outcome outcome = ScriptRun.in(elsewhere)
                .variable("PATH", tools + ":/usr/bin:/bin")
                .run(checkout.resolve("migrate.sh").toString(), "status");
        assertThat(outcome.exitCode()).isEqualTo(11);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("broken", "Error: Switchback cannot be built", "State: ", "Next: ");
    }

    @Test
    void neverRunsDotEnv() throws Exception {
        ScriptRun.script(launcher(), TELL);
        Files.writeString(checkout.resolve(".env"), "X=$(touch ran)\n");
        Files.writeString(elsewhere.resolve(".env"), "X=$(touch ran)\n");
        assertThat(ScriptRun.in(elsewhere)
                        .run(checkout.resolve("migrate.sh").toString())
                        .exitCode())
                .isEqualTo(7);
        assertThat(checkout.resolve("ran")).doesNotExist();
        assertThat(elsewhere.resolve("ran")).doesNotExist();
    }

    /** The script that {@code init} writes into a project. */
    private Path projectScript() throws IOException {
        Path project = Files.createDirectories(temp.resolve("my project"));
        assertThat(CommandLineRun.in(project, FakeMigrations.sound())
                        .run("init")
                        .exitCode())
                .isZero();
        return project.resolve("migrate.sh");
    }

    @Test
    void ofAProjectWorksOnItsOwnFolderFromAnywhere() throws Exception {
        Path script = projectScript();
        ScriptRun.script(temp.resolve("some home/bin/switchback"), TELL);
        Files.createSymbolicLink(elsewhere.resolve("m"), Path.of("..", "my project", "migrate.sh"));
        Outcome outcome = ScriptRun.in(elsewhere)
                .variable("SWITCHBACK_HOME", temp.resolve("some home").toString())
                .run("./m", "downgrade", "-1", "a  b");
        assertThat(outcome.exitCode()).isEqualTo(7);
        assertThat(outcome.out()).isEqualTo(elsewhere + ":<-C><" + script.getParent() + "><downgrade><-1><a  b>");
    }

    @Test
    void ofAProjectSaysWhereItLooksForSwitchback() throws Exception {
        Outcome outcome = ScriptRun.in(elsewhere).run(projectScript().toString(), "status");
        assertThat(outcome.exitCode()).isEqualTo(11);
        assertThat(outcome.err()).contains("State: nothing was changed.", "SWITCHBACK_HOME");
    }
}
