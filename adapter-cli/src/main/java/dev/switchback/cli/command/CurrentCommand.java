package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.CurrentAnswer;
import jakarta.inject.Inject;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code current}: the version in effect. */
final class CurrentCommand implements Command {

    private static final String CHECK_HEADS = "--check-heads";

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
                        "switchback current")
                .addOption(GlobalOptions.flag("Exit with 3 if it is not the newest one.", CHECK_HEADS)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            Optional<MigrationVersion> current = manager.current();
            boolean behind = arguments.flag(CHECK_HEADS)
                    && !current.equals(manager.files().head());
            return new CurrentAnswer(current, behind);
        }
    }
}
