package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.RepairAction;
import dev.switchback.api.model.RepairResult;
import dev.switchback.api.model.ShellWord;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.RepairAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** {@code repair}: puts the recorded state of one migration right, after a confirmation. */
final class RepairCommand implements Command {

    private static final String RESUME = "--resume";
    private static final String FROM = "--from";

    /**
     * One way to repair.
     *
     * @param option its option
     * @param description what the help page says
     * @param effect what will become of the migration, for who is asked
     * @param action how the API is told, with the first statement to run if that was given
     */
    private record Way(
            String option, String description, String effect, BiFunction<String, OptionalInt, RepairAction> action) {

        static Way of(String option, String description, String effect, Function<String, RepairAction> action) {
            return new Way(option, description, effect, (migration, from) -> action.apply(migration));
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way(
                    RESUME,
                    "It failed half-way: run the rest of it. What is done must be as it ran, the rest may be corrected.",
                    "run from its first statement that is not done, and be recorded",
                    RepairAction.Resume::new),
            Way.of(
                    "--mark-applied",
                    "It failed, and was completed by hand. A down script: it was undone by hand.",
                    "be recorded as applied",
                    RepairAction.MarkApplied::new),
            Way.of(
                    "--mark-reverted",
                    "It failed, and was undone by hand. A down script: it was completed by hand.",
                    "be recorded as not applied",
                    RepairAction.MarkReverted::new),
            Way.of(
                    "--update-checksum",
                    "Its file was edited or renamed on purpose.",
                    "get the checksum and the name of its file as it is now",
                    RepairAction.UpdateChecksum::new),
            Way.of(
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
                "Without an option it shows what needs repair, with the command for each, and exits with 4 if there is something. Only --resume runs a script. Asks first; --yes answers.",
                "switchback repair",
                "switchback repair --resume 20261101120000",
                "switchback repair --resume 20261101120000 --from 4",
                "switchback repair --update-checksum 20261101120000");
        for (Way way : WAYS) {
            spec.addOption(GlobalOptions.value("VERSION", way.description(), way.option())
                    .build());
            if (way.option().equals(RESUME)) {
                spec.addOption(GlobalOptions.value(
                                "N",
                                "With --resume: go on with statement N; those before it count as done. Needed when the process died in a statement, and only a look at the database tells whether it took effect; and when plain Flyway ran it.",
                                FROM)
                        .build());
            }
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
        OptionalInt from = from(arguments, ways);
        try (MigrationManager manager = workspace.open(arguments)) {
            return ways.isEmpty()
                    ? new RepairAnswer(List.of(), manager.check().problems(), false)
                    : repair(manager, arguments, ways.get(0), from);
        }
    }

    private static OptionalInt from(Arguments arguments, List<Way> ways) {
        Optional<String> given = arguments.option(FROM);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (ways.isEmpty() || !ways.get(0).option().equals(RESUME)) {
            throw CommandRejectedException.usage(
                    FROM + " says where to resume, and goes with " + RESUME, "see: switchback help repair");
        }
        String number = given.get();
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw CommandRejectedException.usage(
                    FROM + " takes the number of a statement, from 1", "see: switchback status");
        }
        return OptionalInt.of(Integer.parseInt(number));
    }

    private Answer repair(MigrationManager manager, Arguments arguments, Way way, OptionalInt from) {
        String migration = arguments.option(way.option()).orElse("");
        DatabaseInfo database = manager.status().database();
        boolean runs = way.option().equals(RESUME);
        String effect = from.isEmpty()
                ? way.effect()
                : "run from its statement " + from.getAsInt() + ", those before it counting as done, and be recorded";
        confirmation.moderate(
                arguments,
                new Question(
                        "repair " + way.option() + " " + new ShellWord(migration)
                                + (from.isEmpty() ? "" : " " + FROM + " " + from.getAsInt()),
                        database,
                        List.of(
                                "This will change the history of " + database.asUser() + " (" + database.product()
                                        + ", "
                                        + manager.engine().id() + ") and run "
                                        + (runs ? "the rest of a script:" : "no script:"),
                                "  " + migration + " will " + effect)));
        RepairResult result = manager.repair(way.action().apply(migration, from));
        return new RepairAnswer(result.changes(), result.remaining(), true);
    }
}
