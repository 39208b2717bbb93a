package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.RunAnswer;
import dev.switchback.cli.answer.Words;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code downgrade}: reverts migrations by their down scripts, after a confirmation. */
final class DowngradeCommand implements Command {

    private final Workspace workspace;
    private final Confirmation confirmation;

    @Inject
    DowngradeCommand(Workspace workspace, Confirmation confirmation) {
        this.workspace = workspace;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "downgrade";
    }

    @Override
    public Group group() {
        return Group.CHANGE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Reverts migrations.",
                        "Reverts by the down scripts, the newest first, down to a target. Asks first; --yes answers. For 'base' it asks for the name of the database; --yes --confirm=NAME answers.",
                        "switchback downgrade -1",
                        "switchback downgrade 20261101120000",
                        "switchback downgrade base")
                .addPositional(Specs.required("TARGET", "-N, the version to end at, or base."));
    }

    @Override
    public Answer run(Arguments arguments) {
        String given = arguments.parameter(0).orElse("");
        Target target = Targets.parse(given);
        try (MigrationManager manager = workspace.open(arguments)) {
            MigrationPlan plan = manager.plan(Direction.DOWN, target);
            if (plan.steps().isEmpty()) {
                return new RunAnswer(manager.downgrade(target));
            }
            Question question =
                    question("downgrade " + given, plan, manager.status().database(), manager);
            if (target instanceof Target.Base) {
                confirmation.severe(arguments, question);
            } else {
                confirmation.moderate(arguments, question);
            }
            return new RunAnswer(manager.downgrade(Targets.fixed(plan.to())));
        }
    }

    private static Question question(
            String command, MigrationPlan plan, DatabaseInfo database, MigrationManager manager) {
        List<String> lines = new ArrayList<>();
        lines.add("This will revert " + Words.count(plan.steps().size(), "migration") + " on " + database.name() + " ("
                + database.product() + ") with " + manager.engine().id() + ":");
        for (PlannedMigration step : plan.steps()) {
            lines.add(
                    "  " + step.migration().label() + "  " + step.migration().description() + "  by " + step.script());
        }
        return new Question(command, database, lines);
    }
}
