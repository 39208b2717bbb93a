package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.cli.CommandLineRun.Outcome;
import dev.switchback.cli.command.ApiEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project where several engines could run it. */
final class InitTest {

    @TempDir
    private Path folder;

    private Outcome init(String... more) {
        CommandLineRun run = CommandLineRun.in(folder, ApiEntry.installed());
        return more.length == 0 ? run.run("init") : run.run("init", "--engine", more[0]);
    }

    @Test
    void saysThatTheEngineIsToBeChosenFirst() {
        assertThat(init().out())
                .contains("Next: write engine=flyway or engine=liquibase into switchback.properties, then: switchback");
    }

    @Test
    void goesStraightOnWhenItIsChosen() {
        assertThat(init("liquibase").out()).contains("Next: switchback create");
        assertThat(folder.resolve("switchback.properties")).content().contains("\nengine=liquibase\n");
    }

    @Test
    void makesNothingForAnEngineThatThereIsNot() {
        Outcome outcome = init("flwyay");

        assertThat(outcome.exitCode()).isEqualTo(11);
        assertThat(outcome.err()).contains("there is no engine 'flwyay'", "name one of these: flyway, liquibase");
        assertThat(folder).isEmptyDirectory();
    }
}
