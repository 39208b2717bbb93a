package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.LockAnswer;
import dev.switchback.cli.answer.ReleaseAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code lock}: who holds the migration lock, and how to get rid of an engine's lock that nobody holds any more. */
final class LockCommand implements Command {

    private static final String STATUS = "status";
    private static final String RELEASE = "release";

    private final Workspace workspace;
    private final Confirmation confirmation;

    @Inject
    LockCommand(Workspace workspace, Confirmation confirmation) {
        this.workspace = workspace;
        this.confirmation = confirmation;
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
                                + " Does not take the lock. Exits with 0, free or held. Our own lock ends with its"
                                + " process; 'release' frees only that of Liquibase used without Switchback, when"
                                + " its process has died with it. It asks first; --yes answers.",
                        "switchback lock status",
                        "switchback lock status --json",
                        "switchback lock release")
                .addPositional(Specs.required("ACTION", "status or release."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String action = arguments.parameter(0).orElse("");
        if (!action.equals(STATUS) && !action.equals(RELEASE)) {
            throw CommandRejectedException.usage(
                    "unknown action '" + action + "' of lock", "ask with: switchback lock status");
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            return action.equals(STATUS) ? new LockAnswer(manager.lockStatus()) : release(manager, arguments);
        }
    }

    private Answer release(MigrationManager manager, Arguments arguments) {
        LockStatus status = manager.lockStatus();
        List<LockHolder> holders = status.holders().stream()
                .filter(holder -> holder.kind() == LockHolder.Kind.ENGINE)
                .toList();
        if (holders.isEmpty()) {
            return new ReleaseAnswer(List.of());
        }
        List<String> lines = new ArrayList<>();
        lines.add("This will free the lock of " + manager.engine().name() + " in "
                + status.database().asUser() + ". If the process that holds it is alive, two will migrate at once:");
        holders.forEach(holder -> lines.add("  " + holder.describe()));
        confirmation.moderate(arguments, new Question("lock release", status.database(), lines));
        return new ReleaseAnswer(manager.releaseEngineLock().holders());
    }
}
