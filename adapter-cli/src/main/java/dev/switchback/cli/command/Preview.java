package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.PlanAnswer;
import jakarta.inject.Inject;

/** {@code --dry-run} and {@code --sql}: what would run, instead of running it. */
final class Preview {

    private final ScriptFile scripts;

    @Inject
    Preview(ScriptFile scripts) {
        this.scripts = scripts;
    }

    /** Whether only that is wanted. */
    static boolean wanted(Arguments arguments) {
        return arguments.flag(Specs.DRY_RUN) || arguments.flag(Specs.SQL);
    }

    Answer of(MigrationManager manager, Direction direction, Target target, Arguments arguments) {
        return scripts.of(new PlanAnswer(manager.plan(direction, target)), arguments);
    }
}
