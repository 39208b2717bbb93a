package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.RepairAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code repair}: puts the recorded state of one migration right, after a confirmation. */
final class RepairCommand implements Command {

    /** One way to repair. */
    private record Way(String option, String description, String effect, Function<String, RepairAction> action) {}

    private static final List<Way> WAYS = List.of(
            new Way(
                    "--mark-applied",
                    "It failed, and was completed by hand.",
                    "be recorded as applied",
                    RepairAction.MarkApplied::new),
            new Way(
                    "--mark-reverted",
                    "It failed, and was undone by hand.",
                    "be recorded as not applied",
                    RepairAction.MarkReverted::new),
            new Way(
                    "--update-checksum",
                    "Its file was edited on purpose.",
                    "get the checksum of its file as it is now",
                    RepairAction.UpdateChecksum::new),
            new Way(
                    "--forget-missing",
                    "Its file is gone on purpose.",
                    "be taken out of the history",
                    RepairAction.ForgetMissing::new));

    private final Workspace workspace;
    private final Confirmation confirmation;

    @Inject
    RepairCommand(Workspace workspace, Confirmation confirmation) {
        this.workspace = workspace;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "repair";
    }

    @Override
    public Group group() {
        return Group.MEND;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Specs.command(
                "Puts the record of a migration right.",
                "Runs no script. Without an option it shows what needs repair, with the command for each, and exits with 4 if there is something. Asks first; --yes answers.",
                "switchback repair",
                "switchback repair --update-checksum 20261101120000");
        for (Way way : WAYS) {
            spec.addOption(GlobalOptions.value("VERSION", way.description(), way.option())
                    .build());
        }
        return spec;
    }

    @Override
    public Answer run(Arguments arguments) {
        List<Way> ways =
                WAYS.stream().filter(way -> arguments.flag(way.option())).toList();
        if (ways.size() > 1) {
            throw CommandRejectedException.usage(
                    "repair does one thing at a time: " + ways.get(0).option() + " or "
                            + ways.get(1).option(),
                    "run it once for each");
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            return ways.isEmpty()
                    ? new RepairAnswer(List.of(), manager.check().problems(), false)
                    : repair(manager, arguments, ways.get(0));
        }
    }

    private Answer repair(MigrationManager manager, Arguments arguments, Way way) {
        Optional<String> version = arguments.option(way.option());
        String migration = version.orElse("");
        DatabaseInfo database = manager.status().database();
        confirmation.moderate(
                arguments,
                new Question(
                        "repair " + way.option() + " " + migration,
                        database,
                        List.of(
                                "This will change the history of " + database.name() + " (" + database.product() + ", "
                                        + manager.engine().id() + ") and run no script:",
                                "  " + migration + " will " + way.effect())));
        RepairResult result = manager.repair(way.action().apply(migration));
        return new RepairAnswer(result.changes(), result.remaining(), true);
    }
}
