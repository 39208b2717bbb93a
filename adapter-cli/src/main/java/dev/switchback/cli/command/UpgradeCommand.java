package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.RunAnswer;
import jakarta.inject.Inject;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code upgrade}: applies what is pending. */
final class UpgradeCommand implements Command {

    private static final String OUT_OF_ORDER = "--allow-out-of-order";

    private final Workspace workspace;

    @Inject
    UpgradeCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public Group group() {
        return Group.CHANGE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Applies pending migrations.",
                        "Applies what is pending up to a target. Nothing pending is fine.",
                        "switchback upgrade",
                        "switchback upgrade +1",
                        "switchback upgrade 20261122093000")
                .addPositional(Specs.optional("TARGET", "head (the default), a version or its beginning, or +N."))
                .addOption(GlobalOptions.flag("Apply migrations older than the current version too.", OUT_OF_ORDER)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Target target = arguments.parameter(0).map(Targets::parse).orElse(Target.head());
        Map<ConfigKey<?>, String> decided =
                arguments.flag(OUT_OF_ORDER) ? Map.of(ConfigKey.OUT_OF_ORDER, "apply") : Map.of();
        try (MigrationManager manager = workspace.open(arguments, decided)) {
            return new RunAnswer(manager.upgrade(target));
        }
    }
}
