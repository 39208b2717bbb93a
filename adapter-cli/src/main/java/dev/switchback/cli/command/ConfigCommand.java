package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.ConfigAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code config}: the settings in force. */
final class ConfigCommand implements Command {

    private static final String ORIGIN = "--origin";

    private final Workspace workspace;

    @Inject
    ConfigCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command("Shows the settings in force.", "Secrets are masked.", "switchback config --origin")
                .addOption(GlobalOptions.flag("Say where each one comes from.", ORIGIN)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        return new ConfigAnswer(workspace.settings(arguments).describe(), arguments.flag(ORIGIN));
    }
}
