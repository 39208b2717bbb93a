package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.ShowAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code show}: one migration. */
final class ShowCommand implements Command {

    private final Workspace workspace;

    @Inject
    ShowCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "show";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Shows one migration with its SQL.",
                        "Its file and down script as they are written, its state, and what the history says of it.",
                        "switchback show 20261101120000",
                        "switchback show R__customer_view.sql")
                .addPositional(Specs.required("VERSION", "A version, a file name, or words of a repeatable one."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String migration = arguments.parameter(0).orElse("");
        Targets.refuseUrl(migration);
        try (MigrationManager manager = workspace.open(arguments)) {
            return new ShowAnswer(manager.show(migration));
        }
    }
}
