package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.PlanReference;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.answer.RunAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code upgrade}: applies what is pending. */
final class UpgradeCommand implements Command {

    private static final String OUT_OF_ORDER = "--allow-out-of-order";
    private static final String MAX = "--max";
    private static final String PLAN = "--plan";
    private static final String HELP = "see: switchback help upgrade";

    private final Workspace workspace;
    private final Confirmation confirmation;
    private final Preview preview;

    @Inject
    UpgradeCommand(Workspace workspace, Confirmation confirmation, Preview preview) {
        this.workspace = workspace;
        this.confirmation = confirmation;
        this.preview = preview;
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
        return Specs.withPreview(Specs.command(
                                "Applies pending migrations.",
                                "Applies what is pending up to a target. Nothing pending is fine. With"
                                        + " production=true it asks first if rows, columns or tables would be thrown"
                                        + " away; --yes answers. Also called up and apply.",
                                "switchback upgrade",
                                "switchback upgrade +1",
                                "switchback upgrade 20261122093000",
                                "switchback upgrade --plan plan.json")
                        .addPositional(Specs.optional(
                                "TARGET", "head (the default), a version or its beginning, +N, or @tag.")))
                .addOption(GlobalOptions.value("FILE", "Run the plan that 'plan --out FILE' wrote, or nothing.", PLAN)
                        .build())
                .addOption(GlobalOptions.value("N", "At most N versioned migrations.", MAX)
                        .build())
                .addOption(GlobalOptions.flag("Apply migrations older than the current version too.", OUT_OF_ORDER)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        Optional<String> plan = arguments.option(PLAN);
        Optional<Target> given = arguments.parameter(0).map(Targets::parse);
        Optional<Integer> max = arguments.option(MAX).map(UpgradeCommand::count);
        if ((plan.isPresent() ? 1 : 0) + (given.isPresent() ? 1 : 0) + (max.isPresent() ? 1 : 0) > 1) {
            throw CommandRejectedException.usage("give one of TARGET, --max and --plan", HELP);
        }
        if (plan.isPresent() && Preview.wanted(arguments)) {
            throw CommandRejectedException.usage("a plan has been seen already", HELP);
        }
        Map<ConfigKey<?>, String> decided =
                arguments.flag(OUT_OF_ORDER) ? Map.of(ConfigKey.OUT_OF_ORDER, "apply") : Map.of();
        try (MigrationManager manager = workspace.open(arguments, decided)) {
            if (plan.isPresent()) {
                return executed(manager, workspace.file(plan.get(), PLAN, arguments));
            }
            Target target = max.map(n -> atMost(n, manager)).or(() -> given).orElse(Target.head());
            if (Preview.wanted(arguments)) {
                return preview.of(manager, Direction.UP, target, arguments);
            }
            return workspace.settings(arguments).get(ConfigKey.PRODUCTION)
                    ? carefully(manager, target, arguments)
                    : new RunAnswer(manager.upgrade(target));
        }
    }

    private static Answer executed(MigrationManager manager, Path file) {
        PlanFile.Approved approved = new PlanFile(file).read();
        PlanReference plan = approved.reference();
        if (plan.direction() != Direction.UP) {
            throw CommandRejectedException.usage(
                    "this is the plan of a downgrade", "run it with: switchback downgrade --plan FILE");
        }
        approved.requireShown(manager.plan(Direction.UP, plan.target()));
        return new RunAnswer(manager.execute(plan));
    }

    /** What a person has confirmed is what runs: the plan, as it was shown. */
    private Answer carefully(MigrationManager manager, Target target, Arguments arguments) {
        MigrationPlan plan = manager.plan(Direction.UP, target);
        if (!plan.isDestructive()) {
            return new RunAnswer(manager.upgrade(target));
        }
        DatabaseInfo database = manager.status().database();
        confirmation.moderate(
                arguments,
                new Question(
                        "upgrade",
                        database,
                        lines(plan, database, manager.engine().id())));
        return new RunAnswer(
                arguments.flag(GlobalOptions.YES) ? manager.upgrade(target) : manager.execute(plan.reference()));
    }

    private static List<String> lines(MigrationPlan plan, DatabaseInfo database, String engine) {
        List<String> lines = new ArrayList<>();
        lines.add("This will throw data away on " + database.asUser() + " (" + database.product() + ") with " + engine
                + ":");
        for (PlannedMigration step : plan.steps()) {
            List<String> words = PlanAnswer.destroys(step);
            if (!words.isEmpty()) {
                lines.add("  " + step.migration().label() + "  "
                        + step.migration().description() + "  by " + String.join(", ", words));
            }
        }
        return lines;
    }

    /** So many as are pending, if that is less. */
    private static Target atMost(int max, MigrationManager manager) {
        long pending = manager.status().migrations().stream()
                .filter(status -> status.state() == MigrationState.PENDING)
                .filter(status -> status.version().isPresent())
                .count();
        return pending <= max ? Target.head() : new Target.Steps(max);
    }

    private static int count(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw CommandRejectedException.usage(MAX + " takes a number from 1", HELP);
        }
        return Integer.parseInt(text);
    }
}
