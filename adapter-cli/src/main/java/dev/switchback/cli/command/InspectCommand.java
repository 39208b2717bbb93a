package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.InspectAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;

/** {@code inspect}: a schema as SQL. */
final class InspectCommand implements Command {

    private static final String LIVE = "live";

    private final Workspace workspace;

    @Inject
    InspectCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Prints a schema as SQL.",
                        "In an order that runs in an empty database. Without the tables of the engines and of Switchback.",
                        "switchback inspect",
                        "switchback inspect migrations > schema.sql")
                .addPositional(Specs.optional(
                        "SOURCE",
                        "live unless given; migrations, model, entities, a database URL, or a file or folder of DDL."));
    }

    @Override
    public Answer run(Arguments arguments) {
        SchemaSource source = SchemaSource.parse(arguments.parameter(0).orElse(LIVE));
        try (MigrationManager manager = workspace.open(arguments)) {
            return new InspectAnswer(manager.inspect(source));
        }
    }
}
