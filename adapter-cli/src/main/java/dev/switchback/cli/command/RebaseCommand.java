package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.RebaseAnswer;
import jakarta.inject.Inject;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code rebase}: gives migrations of this branch versions behind those of the other one. */
final class RebaseCommand implements Command {

    private final Workspace workspace;

    @Inject
    RebaseCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "rebase";
    }

    @Override
    public Group group() {
        return Group.START;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Moves migrations behind all others.",
                        "For a branch whose migrations were overtaken: gives them new versions, and renames their"
                                + " files and their lines in migrations.sum. Without a name it takes all that are out"
                                + " of order; of two files with one version it takes the one that is named. What is"
                                + " applied is never renamed; the database is only read.",
                        "switchback rebase",
                        "switchback rebase 20261101120000",
                        "switchback rebase V20261101120000__ours.sql")
                .addPositional(Specs.words("VERSION", "Versions or file names; none for all out of order."));
    }

    @Override
    public Answer run(Arguments arguments) {
        List<String> names = arguments.parameters();
        names.forEach(Targets::refuseUrl);
        try (MigrationManager manager = workspace.open(arguments)) {
            return new RebaseAnswer(manager.rebase(names));
        }
    }
}
