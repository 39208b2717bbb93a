package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.error.InvalidTargetException;
import dev.switchback.api.model.MigrationDetails;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.ShowAnswer;
import jakarta.inject.Inject;
import java.util.Optional;
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
                        "switchback show head",
                        "switchback show R__customer_view.sql")
                .addPositional(Specs.required(
                        "VERSION", "A version or another target, a file name, or the words of a repeatable one."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String migration = arguments.parameter(0).orElse("");
        Targets.refuseUrl(migration);
        try (MigrationManager manager = workspace.open(arguments)) {
            return new ShowAnswer(shown(migration, manager));
        }
    }

    /** By its name, or else as a target: the beginning of a version, head, a tag. */
    private static MigrationDetails shown(String migration, MigrationManager manager) {
        try {
            return manager.show(migration);
        } catch (InvalidTargetException unknown) {
            Optional<Target> target = target(migration);
            if (target.isEmpty()) {
                throw unknown;
            }
            return manager.show(
                    manager.locate(target.get()).map(MigrationVersion::text).orElseThrow(() -> unknown));
        }
    }

    private static Optional<Target> target(String text) {
        try {
            return Optional.of(Target.parse(text));
        } catch (InvalidTargetException e) {
            return Optional.empty();
        }
    }
}
