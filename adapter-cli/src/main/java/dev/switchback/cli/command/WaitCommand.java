package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Origin;
import dev.switchback.api.config.Settings;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.WaitAnswer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code wait}: until the database answers, or until somebody else has migrated it. */
final class WaitCommand implements Command {

    private static final String FOR_HEAD = "--for-head";

    private final Workspace workspace;

    @Inject
    WaitCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "wait";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Waits until the database answers.",
                        "Waits while nobody listens there or the server is starting; a login that is refused is an error at once. With --for-head it also waits until nothing is pending, and exits with 3 if something is when the time is over. The time is that of --wait or connect.wait, else 60 seconds.",
                        "switchback wait && switchback upgrade",
                        "switchback wait --for-head --wait=5m")
                .addOption(GlobalOptions.flag("Wait until nothing is pending.", FOR_HEAD)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Duration timeout = timeout(workspace.settings(arguments));
        try (MigrationManager manager = workspace.open(arguments)) {
            if (arguments.flag(FOR_HEAD)) {
                return new WaitAnswer(Optional.of(manager.awaitHead(timeout)));
            }
            manager.awaitDatabase(timeout);
            return new WaitAnswer(Optional.empty());
        }
    }

    private static Duration timeout(Settings settings) {
        return settings.origin(ConfigKey.CONNECT_WAIT).source() == Origin.Source.DEFAULT
                ? GlobalOptions.USUAL_WAIT
                : settings.get(ConfigKey.CONNECT_WAIT);
    }
}
