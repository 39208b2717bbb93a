package dev.switchback.cli.golden;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.DriverInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.cli.CommandLineRun;
import dev.switchback.cli.CommandLineRun.Outcome;
import dev.switchback.cli.command.ApiEntry;
import dev.switchback.cli.golden.GoldenScript.CommandStep;
import dev.switchback.cli.golden.GoldenScript.FileStep;
import dev.switchback.cli.golden.GoldenScript.Step;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays a script in a folder of its own, with one engine on one database. */
final class GoldenRun {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Path folder;
    private final EngineInfo engine;
    private final String database;

    GoldenRun(Path folder, EngineInfo engine, String database) {
        this.folder = folder;
        this.engine = engine;
        this.database = database;
    }

    /** The real API, at a fixed time. */
    private record Api(Clock clock) implements ApiEntry {
        @Override
        public MigrationManager open(SettingsLoader settings, MigrationListener listener) {
            return Switchback.from(settings).listener(listener).clock(clock).open();
        }

        @Override
        public List<EngineInfo> engines() {
            return Switchback.engines();
        }

        @Override
        public List<DriverInfo> drivers() {
            // the real ones have versions that change
            return List.of(
                    new DriverInfo("org.example.OtherDriver", "2.0", Optional.empty()),
                    new DriverInfo("org.postgresql.Driver", "42.0", Optional.of("PostgreSQL")));
        }
    }

    /** The output of every command, in the form of the script. */
    List<List<String>> play(GoldenScript script) throws IOException {
        List<List<String>> outputs = new ArrayList<>();
        for (Step step : script.steps()) {
            if (step instanceof FileStep file) {
                write(file);
            } else if (step instanceof CommandStep command) {
                outputs.add(run(command));
            }
        }
        return outputs;
    }

    private void write(FileStep step) throws IOException {
        Path file = folder.resolve(step.path());
        if (step.kind().equals("gone")) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(step.kind().equals("folder") ? file : file.getParent());
        String text = step.content().isEmpty() ? "" : String.join("\n", step.content()) + "\n";
        Charset charset = step.kind().equals("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        switch (step.kind()) {
            case "folder" -> {}
            case "link" -> Files.createSymbolicLink(file, Path.of(text.strip()));
            case "crlf" -> Files.writeString(file, text.replace("\n", "\r\n"));
            case "bom" -> Files.writeString(file, "\ufeff" + text);
            case "", "latin1" -> Files.writeString(file, text, charset);
            default -> throw new IllegalArgumentException("unknown kind of file: " + step.kind());
        }
    }

    private List<String> run(CommandStep step) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T07:15:00Z"), ZoneOffset.UTC);
        CommandLineRun run = CommandLineRun.in(folder, new Api(clock))
                .variable("SWITCHBACK_ENGINE", engine.id())
                .variable("NO_COLOR", "1")
                .variable("SWITCHBACK_NO_PROGRESS", "1");
        if (database.equals("h2")) {
            run.variable("DATABASE_URL", "h2:file:./switchback.db");
        }
        step.variables().forEach(pair -> run.variable(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        if (step.interactive()) {
            run.typing(step.typed().toArray(String[]::new));
        }
        Outcome outcome = run.run(words(step.arguments()));
        // reading them holds them against the published schemas
        if (outcome.out().startsWith("{\"event\"")) {
            outcome.events();
        } else if (outcome.out().startsWith("{")) {
            outcome.json();
        }
        Normaliser normaliser = new Normaliser(folder, engine);
        List<String> lines = new ArrayList<>();
        normaliser.apply(outcome.out()).lines().forEach(line -> lines.add(("> " + line).stripTrailing()));
        normaliser.apply(outcome.err()).lines().forEach(line -> lines.add(("! " + line).stripTrailing()));
        lines.add("= " + outcome.exitCode());
        return lines;
    }

    private static String[] words(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words.toArray(String[]::new);
    }
}
