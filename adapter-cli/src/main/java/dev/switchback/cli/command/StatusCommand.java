package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.StatusAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code status}: the database beside the files. */
final class StatusCommand implements Command {

    private final Workspace workspace;

    @Inject
    StatusCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Shows what is applied, pending and wrong.",
                "Every migration with its state. Exits with 0 whatever it finds; for a gate see check.",
                "switchback status",
                "switchback status --json");
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new StatusAnswer(manager.status());
        }
    }
}
