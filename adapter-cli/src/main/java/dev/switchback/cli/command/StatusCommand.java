package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.StatusAnswer;
import dev.switchback.cli.answer.StatusView;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code status}: the database beside the files. */
final class StatusCommand implements Command {

    private static final String EXIT_CODE = "--exit-code";
    private static final String PENDING_ONLY = "--pending-only";

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
                        "Every migration with its state; -v adds files and checksums. Exits with 0 whatever it finds,"
                                + " unless --exit-code is given; for a gate see check.",
                        "switchback status",
                        "switchback status --json")
                .addOption(GlobalOptions.flag("Exit with 3 if something is pending, 4 if it is wrong.", EXIT_CODE)
                        .build())
                .addOption(GlobalOptions.flag("List only what is pending.", PENDING_ONLY)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new StatusAnswer(
                    manager.status(),
                    new StatusView(arguments.flag(EXIT_CODE), arguments.flag(PENDING_ONLY), arguments.verbose()));
        }
    }
}
