package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import dev.switchback.cli.command.ApiEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code create --edit} starts a real process. */
final class EditTest {

    @TempDir
    private Path folder;

    private Path migrations() {
        return folder.resolve("migrations");
    }

    @BeforeEach
    void makeProject() throws IOException {
        Files.createDirectories(migrations());
    }

    private CommandLineRun run() {
        return CommandLineRun.in(folder, ApiEntry.installed()).variable("SWITCHBACK_ENGINE", "flyway");
    }

    private String editor(String script) throws IOException {
        Path file = folder.resolve("my editor");
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return "'" + file + "' --wait";
    }

    @Test
    void opensTheScriptInTheEditor() throws IOException {
        Outcome outcome = run().typing()
                .variable("EDITOR", "false")
                .variable("VISUAL", editor("echo \"-- $# $1\" >> \"$2\"\n"))
                .run("create", "one", "--version", "1", "--edit");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(migrations().resolve("V1__one.sql")).content().endsWith("-- 2 --wait\n");
        assertThat(migrations().resolve("U1__one.sql")).content().doesNotContain("--wait");
    }

    @Test
    void saysWhenTheEditorFailed() throws IOException {
        Outcome outcome =
                run().typing().variable("EDITOR", editor("exit 3\n")).run("create", "one", "--version", "1", "--edit");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("the editor ended with 3; the files are there");
        assertThat(migrations().resolve("V1__one.sql")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "--edit, vi, false, --edit needs a terminal",
        "--edit --no-input, vi, true, --edit needs a terminal",
        "--edit, '', true, neither VISUAL nor EDITOR is set",
        "--edit --print, vi, true, --print writes no file that --edit could open",
        "--from live --stamp --print, vi, true, --stamp records the migration as it is written: not with --print",
        "--from live --stamp --edit, vi, true, --stamp records the migration as it is written: not with --edit"
    })
    void writesNothingWhenItCannot(String options, String editor, boolean person, String message) {
        CommandLineRun run = run().variable("EDITOR", editor);
        Outcome outcome = (person ? run.typing() : run).run(("create one " + options).split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message);
        assertThat(migrations()).isEmptyDirectory();
    }
}
