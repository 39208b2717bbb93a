package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.PlanAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code plan}: the SQL that an upgrade or a downgrade would run. */
final class PlanCommand implements Command {

    private static final String DOWN = "--down";
    private static final String OUT = "--out";

    private final Workspace workspace;

    @Inject
    PlanCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Prints the SQL that would run.",
                        "Prints what an upgrade or a downgrade would do, and runs nothing.",
                        "switchback plan",
                        "switchback plan +1",
                        "switchback plan -1",
                        "switchback plan --down 20261101120000",
                        "switchback plan --out plan.json")
                .addPositional(
                        Specs.optional("TARGET", "As for upgrade, head unless given; -N and base are downgrades."))
                .addOption(GlobalOptions.flag("Plan a downgrade, also for a version.", DOWN)
                        .build())
                .addOption(GlobalOptions.value(
                                "FILE", "Also write it to FILE, for 'upgrade --plan' or 'downgrade --plan'.", OUT)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Target target = arguments.parameter(0).map(Targets::parse).orElse(Target.head());
        boolean down = arguments.flag(DOWN)
                || target instanceof Target.Base
                || (target instanceof Target.Steps steps && steps.count() < 0);
        try (MigrationManager manager = workspace.open(arguments)) {
            MigrationPlan plan = manager.plan(down ? Direction.DOWN : Direction.UP, target);
            arguments.option(OUT).ifPresent(file -> new PlanFile(workspace.file(file, OUT, arguments)).write(plan));
            return new PlanAnswer(plan);
        }
    }
}
