package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.LockAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lock status}: who holds the migration lock. */
final class LockCommand implements Command {

    private static final String STATUS = "status";

    private final Workspace workspace;

    @Inject
    LockCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "lock";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Says who holds the migration lock.",
                        "Says what a run would have to wait for at this moment: another run, a statement"
                                + " that a dead run has left on the server, or Liquibase used without Switchback."
                                + " Does not take the lock. Exits with 0, free or held.",
                        "switchback lock status",
                        "switchback lock status --json")
                .addPositional(Specs.required("ACTION", "status."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String action = arguments.parameter(0).orElse("");
        if (!action.equals(STATUS)) {
            throw CommandRejectedException.usage(
                    "unknown action '" + action + "' of lock", "ask with: switchback lock status");
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            return new LockAnswer(manager.lockStatus());
        }
    }
}
