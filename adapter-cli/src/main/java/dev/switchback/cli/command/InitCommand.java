package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.FilesAnswer;
import dev.switchback.cli.answer.FilesAnswer.FileLine;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code init}: the files of a new project. What is there already stays as it is. */
final class InitCommand implements Command {

    /** An empty manifest: the total of no lines. */
    private static final String EMPTY_SUM =
            "total sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n";

    private static final String AUTO = "auto";
    private static final String SCRIPT = "migrate.sh";
    private static final String ATTRIBUTES = ".gitattributes";
    private static final String LINE_ENDS = "*.sql text eol=lf";

    private final Workspace workspace;
    private final ApiEntry api;

    @Inject
    InitCommand(Workspace workspace, ApiEntry api) {
        this.workspace = workspace;
        this.api = api;
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
                "The migrations folder, a switchback.properties to fill in, a line in .gitattributes that keeps line"
                        + " ends as they are, and a migrate.sh that runs Switchback on this project from anywhere. With"
                        + " --engine the properties choose that engine. Overwrites nothing.",
                "switchback init --engine flyway");
    }

    @Override
    public Answer run(Arguments arguments) {
        Path project = workspace.folder(arguments);
        String properties = ProjectFile.text(engine(arguments));
        Path migrations = migrations(arguments);
        List<FileLine> lines = new ArrayList<>();
        try {
            Files.createDirectories(migrations);
            lines.add(write(migrations.resolve("migrations.sum"), EMPTY_SUM, arguments));
            lines.add(write(project.resolve("switchback.properties"), properties, arguments));
            lines.add(attributes(project.resolve(ATTRIBUTES), arguments));
            lines.add(script(project.resolve(SCRIPT), arguments));
        } catch (IOException e) {
            throw CommandRejectedException.files(
                    "cannot write: " + e.getMessage(), "check the permissions of " + project);
        }
        return new FilesAnswer(lines, next(arguments));
    }

    /** The engine named on the command line, if there is one that is called so. */
    private Optional<String> engine(Arguments arguments) {
        Optional<String> engine = arguments
                .option("--engine")
                .map(id -> workspace.settings(arguments).get(ConfigKey.ENGINE));
        List<String> ids = engines();
        if (engine.isPresent() && !engine.get().equals(AUTO) && !ids.contains(engine.get())) {
            throw new ConfigurationException(
                    ConfigKey.ENGINE.name(),
                    "there is no engine '" + engine.get() + "'",
                    "name one of these: " + String.join(", ", ids));
        }
        return engine;
    }

    private List<String> engines() {
        return api.engines().stream().map(EngineInfo::id).toList();
    }

    private String next(Arguments arguments) {
        String create = "switchback create \"what the first migration does\"";
        boolean chosen = !workspace.settings(arguments).get(ConfigKey.ENGINE).equals(AUTO)
                || engines().size() < 2;
        return chosen
                ? create
                : "write engine=" + String.join(" or engine=", engines()) + " into switchback.properties, then: "
                        + create;
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

    private FileLine script(Path file, Arguments arguments) throws IOException {
        String resource = "/dev/switchback/cli/project/" + SCRIPT;
        FileLine line;
        try (InputStream in = Objects.requireNonNull(InitCommand.class.getResourceAsStream(resource))) {
            line = write(file, new String(in.readAllBytes(), StandardCharsets.UTF_8), arguments);
        }
        if (line.action().equals("created") && !file.toFile().setExecutable(true, false)) {
            throw new IOException(SCRIPT + " cannot be made executable");
        }
        return line;
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
