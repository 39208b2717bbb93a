package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.DiffAnswer;
import jakarta.inject.Inject;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code diff}: what differs between two schemas. */
final class DiffCommand implements Command {

    private static final String SOURCES =
            "live, migrations, model, entities, a database URL, or a file or folder of DDL.";

    private final Workspace workspace;
    private final ScriptFile scripts;

    @Inject
    DiffCommand(Workspace workspace, ScriptFile scripts) {
        this.workspace = workspace;
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Group group() {
        return Group.LOOK;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Shows what differs between two schemas.",
                        "As steps from A to B. What is not a database is built in a scratch database. Exits with 0 whether they differ or not; for CI see check.",
                        "switchback diff migrations live",
                        "switchback diff live schema.sql --sql")
                .addPositional(source("A", 0))
                .addPositional(source("B", 1))
                .addOption(GlobalOptions.optionalValue(
                                "FILE", "The SQL that leads from A to B, on standard output or in FILE.", Specs.SQL)
                        .build());
    }

    private static PositionalParamSpec source(String label, int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(index == 0 ? SOURCES : "The same.")
                .build();
    }

    @Override
    public Answer run(Arguments arguments) {
        SchemaSource from = SchemaSource.parse(arguments.parameter(0).orElse(""));
        SchemaSource to = SchemaSource.parse(arguments.parameter(1).orElse(""));
        try (MigrationManager manager = workspace.open(arguments)) {
            return scripts.of(new DiffAnswer(manager.diff(from, to), arguments.flag(Specs.SQL)), arguments);
        }
    }
}
