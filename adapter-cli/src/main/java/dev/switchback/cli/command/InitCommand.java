package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code init}: the files of a new project. What is there already stays as it is. */
final class InitCommand implements Command {

    /** An empty manifest: the total of no lines. */
    private static final String EMPTY_SUM =
            "total sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n";

    private static final String ATTRIBUTES = ".gitattributes";
    private static final String LINE_ENDS = "*.sql text eol=lf";

    private final Workspace workspace;

    @Inject
    InitCommand(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String name() {
        return "init";
    }

    @Override
    public Group group() {
        return Group.START;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                "Makes the files of a new project.",
                "The migrations folder, a switchback.properties to fill in, and a line in .gitattributes that keeps line ends as they are. With --engine the properties choose that engine. Overwrites nothing.",
                "switchback init --engine flyway");
    }

    @Override
    public Answer run(Arguments arguments) {
        Path project = workspace.folder(arguments);
        Path migrations = migrations(arguments);
        List<FileLine> lines = new ArrayList<>();
        try {
            Files.createDirectories(migrations);
            lines.add(write(migrations.resolve("migrations.sum"), EMPTY_SUM, arguments));
            lines.add(write(project.resolve("switchback.properties"), ProjectFile.text(engine(arguments)), arguments));
            lines.add(attributes(project.resolve(ATTRIBUTES), arguments));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    "cannot write: " + e.getMessage(), "check the permissions of " + project);
        }
        return new FilesAnswer(lines, "switchback create \"what the first migration does\"");
    }

    /** The engine named on the command line, if the setting takes it. */
    private Optional<String> engine(Arguments arguments) {
        return arguments
                .option("--engine")
                .map(id -> workspace.settings(arguments).get(ConfigKey.ENGINE));
    }

    private Path migrations(Arguments arguments) {
        String first = workspace.settings(arguments).get(ConfigKey.DIRS).get(0);
        if (first.startsWith("classpath:")) {
            throw new ConfigurationException(
                    ConfigKey.DIRS.name(), "'" + first + "' is not a folder", "name a folder first, or use --dir");
        }
        return workspace.folder(arguments).resolve(first);
    }

    private FileLine write(Path file, String text, Arguments arguments) throws IOException {
        if (Files.exists(file)) {
            return new FileLine("kept", workspace.shown(file, arguments));
        }
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        return new FileLine("created", workspace.shown(file, arguments));
    }

    private FileLine attributes(Path file, Arguments arguments) throws IOException {
        if (!Files.exists(file)) {
            return write(file, LINE_ENDS + "\n", arguments);
        }
        String text = Files.readString(file);
        if (text.lines().anyMatch(line -> line.strip().equals(LINE_ENDS))) {
            return new FileLine("kept", workspace.shown(file, arguments));
        }
        String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        Files.writeString(file, gap + LINE_ENDS + "\n", StandardOpenOption.APPEND);
        return new FileLine("updated", workspace.shown(file, arguments));
    }
}
