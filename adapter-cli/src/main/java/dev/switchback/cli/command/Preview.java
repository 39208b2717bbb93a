package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.Target;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.answer.PlanAnswer;
import dev.switchback.cli.terminal.Page;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code --dry-run} and {@code --sql}: what would run, instead of running it. */
final class Preview {

    private final Workspace workspace;

    @Inject
    Preview(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Whether only that is wanted. */
    static boolean wanted(Arguments arguments) {
        return arguments.flag(Specs.DRY_RUN) || arguments.flag(Specs.SQL);
    }

    Answer of(MigrationManager manager, Direction direction, Target target, Arguments arguments) {
        MigrationPlan plan = manager.plan(direction, target);
        Optional<String> file = arguments.option(Specs.SQL).filter(name -> !name.equals(Specs.STDOUT));
        return file.isPresent() ? written(plan, file.get(), arguments) : new PlanAnswer(plan);
    }

    private Answer written(MigrationPlan plan, String name, Arguments arguments) {
        Path file = workspace.file(name, Specs.SQL, arguments);
        Page page = new Page(Integer.MAX_VALUE, true);
        new PlanAnswer(plan).describe(page);
        try {
            Files.writeString(file, page.render(false));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    Specs.SQL + ": the file cannot be written (" + e.getClass().getSimpleName() + ")",
                    "name a file that can be");
        }
        return new FilesAnswer(
                List.of(new FileLine("created", workspace.shown(file, arguments))),
                "read it; nothing was run",
                plan.warnings());
    }
}
