package dev.switchback.cli.command;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.ExportResult;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import dev.switchback.cli.answer.Words;
import jakarta.inject.Inject;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** {@code export}: what the plain engine needs to go on without us. */
final class ExportCommand implements Command {

    private static final String TO = "--to";
    private static final String OUT = "--out";
    private static final String DEFAULT_FILE = "changelog.xml";

    private final Workspace workspace;

    @Inject
    ExportCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Writes a changelog for plain Liquibase.",
                        "With it plain Liquibase takes over files and database as they are. Plain Flyway needs nothing: it reads the folder.",
                        "switchback export --to liquibase --out changelog.xml")
                .addOption(GlobalOptions.value("FORMAT", "liquibase.", TO)
                        .required(true)
                        .build())
                .addOption(GlobalOptions.value("FILE", "The file to write; " + DEFAULT_FILE + " unless given.", OUT)
                        .build());
    }

    @Override
    public Answer run(Arguments arguments) {
        String format = arguments.option(TO).orElse("");
        Path file = file(arguments);
        try (MigrationManager manager = workspace.open(arguments)) {
            ExportResult result = manager.export(format, file);
            return new FilesAnswer(
                    result.files().stream()
                            .map(path -> new FileLine("created", workspace.shown(path, arguments)))
                            .toList(),
                    "run plain Liquibase with it; it describes " + Words.count(result.migrations(), "migration"),
                    result.warnings());
        }
    }

    private Path file(Arguments arguments) {
        try {
            return workspace.folder(arguments).resolve(arguments.option(OUT).orElse(DEFAULT_FILE));
        } catch (InvalidPathException e) {
            throw CommandRejectedException.usage(OUT + ": not a path", "see: switchback help export");
        }
    }
}
