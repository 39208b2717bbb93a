package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.HeadsAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code heads}: the newest migration of the files. */
final class HeadsCommand implements Command {

    private final Workspace workspace;

    @Inject
    HeadsCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "heads";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Prints the newest migration file.",
                "Looks at the files only, at no database. Exits with 4 if two files claim a version, or if"
                        + " migrations.sum says that two branches were merged unseen.",
                "switchback heads");
    }

    @Override
    public Answer run(Arguments arguments) {
        try (MigrationManager manager = workspace.open(arguments)) {
            return new HeadsAnswer(manager.files());
        }
    }
}
