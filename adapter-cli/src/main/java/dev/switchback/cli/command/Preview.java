package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.answer.ScriptAnswer;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code --dry-run} and {@code --sql}: what would run, instead of running it. */
final class Preview {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}]+)}");

    private final ScriptFile scripts;
    private final Workspace workspace;

    @Inject
    Preview(ScriptFile scripts, Workspace workspace) {
        this.scripts = scripts;
        this.workspace = workspace;
    }

    /** Whether only that is wanted. */
    static boolean wanted(Arguments arguments) {
        return arguments.flag(Specs.DRY_RUN) || arguments.flag(Specs.SQL);
    }

    Answer of(MigrationManager manager, Direction direction, Target target, Arguments arguments) {
        PlanAnswer plan = new PlanAnswer(manager.plan(direction, target));
        if (!arguments.flag(Specs.SQL)) {
            return plan;
        }
        ScriptAnswer script = new ScriptAnswer(plan, placeholders(plan, workspace.settings(arguments)));
        return plan.plan().steps().isEmpty()
                ? scripts.of(script, arguments)
                : scripts.of(script, arguments, "When it has run: " + script.stamp());
    }

    /** Those that would be replaced, as they are written. */
    private static List<String> placeholders(PlanAnswer plan, Settings settings) {
        if (!settings.get(ConfigKey.PLACEHOLDERS_ENABLED)) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(settings.placeholders().keySet());
        return plan.plan().steps().stream()
                .flatMap(step -> step.statements().stream())
                .flatMap(statement -> PLACEHOLDER.matcher(statement.script()).results())
                .filter(found -> names.contains(found.group(1)))
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
