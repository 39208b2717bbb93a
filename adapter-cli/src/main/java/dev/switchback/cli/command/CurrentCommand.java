package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.CurrentAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code current}: the version in effect. */
final class CurrentCommand implements Command {

    private final Workspace workspace;

    @Inject
    CurrentCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "current";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Prints the version in effect.",
                "Prints nothing else; an empty line if no version is in effect.",
                "switchback current");
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new CurrentAnswer(manager.current());
        }
    }
}
