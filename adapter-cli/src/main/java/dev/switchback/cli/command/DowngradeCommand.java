package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.ShellWord;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.answer.RunAnswer;
import dev.switchback.cli.answer.Words;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code downgrade}: reverts migrations by their down scripts, after a confirmation. */
final class DowngradeCommand implements Command {

    private static final String PLAN = "--plan";
    private static final String HELP = "see: switchback help downgrade";

    private final Workspace workspace;
    private final Confirmation confirmation;
    private final Preview preview;

    @Inject
    DowngradeCommand(Workspace workspace, Confirmation confirmation, Preview preview) {
        this.workspace = workspace;
        this.confirmation = confirmation;
        this.preview = preview;
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
        return Specs.withPreview(Specs.command(
                                "Reverts migrations.",
                                "Reverts by the down scripts, the newest first, down to a target. Asks first; --yes answers. For 'base' it asks for the name of the database; --yes --confirm=NAME answers. Also called down.",
                                "switchback downgrade -1",
                                "switchback downgrade 20261101120000",
                                "switchback downgrade base")
                        .addPositional(Specs.optional("TARGET", "-N, the version to end at, @tag, or base.")))
                .addOption(GlobalOptions.value("FILE", "Run the plan that 'plan --out FILE' wrote, or nothing.", PLAN)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Optional<PlanFile.Approved> approved = approved(arguments);
        String given = approved.map(plan -> plan.reference().target().toString())
                .or(() -> arguments.parameter(0))
                .orElseThrow(() -> CommandRejectedException.usage("TARGET is missing", HELP));
        Target target = Targets.parse(given);
        try (MigrationManager manager = workspace.open(arguments)) {
            if (Preview.wanted(arguments)) {
                return preview.of(manager, Direction.DOWN, target, arguments);
            }
            MigrationPlan plan = manager.plan(Direction.DOWN, target);
            approved.ifPresent(file -> file.requireShown(plan));
            if (plan.steps().isEmpty()) {
                return new RunAnswer(manager.downgrade(target));
            }
            Question question = question(
                    "downgrade "
                            + arguments
                                    .option(PLAN)
                                    .map(file -> PLAN + " " + new ShellWord(file))
                                    .orElseGet(() -> new ShellWord(given).toString()),
                    plan,
                    manager.status().database(),
                    manager);
            if (target instanceof Target.Base
                    || (target instanceof Target.Tag && plan.to().isEmpty())) {
                confirmation.severe(arguments, question);
            } else {
                confirmation.moderate(arguments, question);
            }
            // a plan from a file runs as it was seen; otherwise somebody else may have done it meanwhile, which is fine
            return new RunAnswer(
                    approved.isPresent()
                            ? manager.execute(approved.get().reference())
                            : manager.downgrade(Targets.fixed(plan.to())));
        }
    }

    private Optional<PlanFile.Approved> approved(Arguments arguments) {
        Optional<PlanFile.Approved> plan =
                arguments.option(PLAN).map(file -> new PlanFile(workspace.file(file, PLAN, arguments)).read());
        if (plan.isPresent() && (arguments.parameter(0).isPresent() || Preview.wanted(arguments))) {
            throw CommandRejectedException.usage("a plan says everything", HELP);
        }
        if (plan.isPresent() && plan.get().reference().direction() != Direction.DOWN) {
            throw CommandRejectedException.usage(
                    "this is the plan of an upgrade", "run it with: switchback upgrade --plan FILE");
        }
        return plan;
    }

    private static Question question(
            String command, MigrationPlan plan, DatabaseInfo database, MigrationManager manager) {
        List<String> lines = new ArrayList<>();
        lines.add("This will revert " + Words.count(plan.steps().size(), "migration") + " on " + database.asUser()
                + " (" + database.product() + ") with " + manager.engine().id() + ":");
        for (PlannedMigration step : plan.steps()) {
            List<String> destroys = PlanAnswer.destroys(step);
            lines.add("  " + step.migration().label() + "  " + step.migration().description() + "  by " + step.script()
                    + (destroys.isEmpty() ? "" : "  (" + String.join(", ", destroys) + ": destroys data)"));
        }
        return new Question(command, database, lines);
    }
}
