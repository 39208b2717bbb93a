package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.ShellWord;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.EngineAnswer;
import dev.switchback.cli.command.Confirmation.Question;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code engine}: a command of Flyway or Liquibase itself, on the same database and folder. */
final class EngineCommand implements Command {

    private final Workspace workspace;
    private final Confirmation confirmation;

    @Inject
    EngineCommand(Workspace workspace, Confirmation confirmation) {
        this.workspace = workspace;
        this.confirmation = confirmation;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Runs a command of the engine itself.",
                        "Through the engine's library, on the same database and folder, under the migration lock."
                                + " Flyway: info, validate, repair, baseline, migrate. Liquibase: status, history,"
                                + " validate, update-sql, tag and most others. Asks first if the command may write;"
                                + " --yes answers. Exits with 4 if the engine finds something wrong, with 1 if it"
                                + " fails.",
                        "switchback engine -- info",
                        "switchback engine --yes -- baseline -baselineVersion=3",
                        "switchback engine -- update-sql",
                        "switchback engine --yes -- tag before-summer")
                .addPositional(Specs.words("WORDS", "Behind --: the command and its options."));
    }

    @Override
    public Answer run(Arguments arguments) {
        List<String> words = arguments.parameters();
        if (words.isEmpty()) {
            throw CommandRejectedException.usage(
                    "no command of the engine is given", "for example: switchback engine -- validate");
        }
        try (MigrationManager manager = workspace.open(arguments)) {
            if (manager.engineCommandWrites(words)) {
                DatabaseInfo database = manager.status().database();
                confirmation.moderate(
                        arguments,
                        new Question(
                                "engine -- " + typed(words),
                                database,
                                List.of("This will let " + manager.engine().name() + " run '" + words.get(0)
                                        + "' on " + database.asUser() + " (" + database.product()
                                        + "). What that changes is up to the engine.")));
            }
            return new EngineAnswer(manager.engineCommand(words));
        }
    }

    private static String typed(List<String> words) {
        return words.stream().map(word -> new ShellWord(word).toString()).collect(Collectors.joining(" "));
    }
}
