package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.CheckAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check}: the gate for CI. */
final class CheckCommand implements Command {

    private final Workspace workspace;

    @Inject
    CheckCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Compares files and history, for CI.",
                "Exits with 0 if they agree, with 3 if migrations are pending, with 4 if something is wrong.",
                "switchback check && deploy");
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new CheckAnswer(manager.check());
        }
    }
}
