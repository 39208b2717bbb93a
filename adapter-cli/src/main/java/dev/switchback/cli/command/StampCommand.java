package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.ShellWord;
import dev.switchback.api.model.StatusReport;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.StampAnswer;
import dev.switchback.cli.answer.Words;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code stamp}: records a version without running anything, after a confirmation. */
final class StampCommand implements Command {

    private static final String PURGE = "--purge";

    private final Workspace workspace;
    private final Confirmation confirmation;

    @Inject
    StampCommand(Workspace workspace, Confirmation confirmation) {
        this.workspace = workspace;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "stamp";
    }

    @Override
    public Group group() {
        return Group.MEND;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Records a version, runs nothing.",
                        "For a database that was made in another way: makes the history say TARGET. Asks first; --yes answers. For 'base', or what leads there, it asks for the name of the database; --yes --confirm=NAME answers.",
                        "switchback stamp head",
                        "switchback stamp 20261101120000 --yes")
                .addPositional(Specs.required("TARGET", "head, base, a version or @tag."))
                .addOption(GlobalOptions.flag(
                                "Forget the whole history first, whatever is wrong with it. Asks for the name of the"
                                        + " database.",
                                PURGE)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        String given = arguments.parameter(0).orElse("");
        Target target = Targets.parse(given);
        try (MigrationManager manager = workspace.open(arguments)) {
            StatusReport status = manager.status();
            Question question = new Question(
                    "stamp " + new ShellWord(given) + (arguments.flag(PURGE) ? " " + PURGE : ""),
                    status.database(),
                    List.of(
                            "This will change the history of "
                                    + status.database().asUser() + " ("
                                    + status.database().product() + ", "
                                    + status.engine().id() + ") and run no script:",
                            "  it says " + Words.at(status.current()) + ", and will say " + named(target, manager)));
            boolean purge = arguments.flag(PURGE);
            if (purge || empties(target, manager)) {
                confirmation.severe(arguments, question);
            } else {
                confirmation.moderate(arguments, question);
            }
            return new StampAnswer(purge ? manager.stampAfresh(target) : manager.stamp(target));
        }
    }

    /** Whether nothing is left of the history, by whatever name the state before the first migration is called. */
    private static boolean empties(Target target, MigrationManager manager) {
        boolean relative =
                target instanceof Target.Steps || target instanceof Target.Offset || target instanceof Target.Tag;
        return target instanceof Target.Base
                || (relative && manager.locate(target).isEmpty());
    }

    private static String named(Target target, MigrationManager manager) {
        return target instanceof Target.Tag
                ? Words.at(manager.locate(target)) + " (" + target + ")"
                : target.toString();
    }
}
