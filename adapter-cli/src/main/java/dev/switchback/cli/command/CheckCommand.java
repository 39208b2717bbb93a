package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.CheckAnswer;
import dev.switchback.cli.answer.OfflineCheckAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check}: the gate for CI. */
final class CheckCommand implements Command {

    private static final String OFFLINE = "--offline";
    private static final String STRICT = "--strict";

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
                        "switchback check && deploy",
                        "switchback check --offline")
                .addOption(GlobalOptions.flag("Look at the files only, at no database.", OFFLINE)
                        .build())
                .addOption(GlobalOptions.flag("Exit with 4 for warnings too.", STRICT)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            boolean strict = arguments.flag(STRICT);
            return arguments.flag(OFFLINE)
                    ? new OfflineCheckAnswer(manager.files(), strict)
                    : new CheckAnswer(manager.check(), strict);
        }
    }
}
