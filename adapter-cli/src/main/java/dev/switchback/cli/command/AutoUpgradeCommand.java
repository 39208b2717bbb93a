package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.AutoUpgradeAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code auto-upgrade}: upgrades if something is pending, and tells which it was. */
final class AutoUpgradeCommand implements Command {

    private final Workspace workspace;

    @Inject
    AutoUpgradeCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "auto-upgrade";
    }

    @Override
    public Group group() {
        return Group.CHANGE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Upgrades if something is pending.",
                "Says what it did. For start scripts: many processes may run it at once.",
                "switchback auto-upgrade && exec my-application");
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new AutoUpgradeAnswer(manager.autoUpgrade());
        }
    }
}
