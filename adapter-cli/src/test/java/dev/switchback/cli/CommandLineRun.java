package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.cli.command.ApiEntry;
import dev.switchback.cli.terminal.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one command line in this process. */
public final class CommandLineRun {

    private final Path folder;
    private final ApiEntry api;
    private final Map<String, String> variables = new HashMap<>();
    private RecordingTerminal terminal = RecordingTerminal.pipe();

    private CommandLineRun(Path folder, ApiEntry api) {
        this.folder = folder;
        this.api = api;
    }

    /**
     * What came of it.
     *
     * @param exitCode the exit code
     * @param out what went to standard output
     * @param err what went to the error stream
     */
    public record Outcome(int exitCode, String out, String err) {

        /** Standard output as one JSON document; anything else in it is an error. */
        public Map<String, Object> json() {
            Map<String, Object> document = object(out);
            assertThat(JsonSchema.published("answer-v1.schema.json").faults(document))
                    .as(out)
                    .isEmpty();
            return document;
        }

        /** Standard output as events, the answer the last of them. */
        public List<Map<String, Object>> events() {
            List<Map<String, Object>> events = out.lines().map(Outcome::object).toList();
            JsonSchema schema = JsonSchema.published("event-v1.schema.json");
            for (Map<String, Object> event : events.subList(0, events.size() - 1)) {
                assertThat(schema.faults(event)).as(event.toString()).isEmpty();
            }
            Map<String, Object> summary = new LinkedHashMap<>(events.get(events.size() - 1));
            assertThat(summary.remove("event")).isEqualTo("summary");
            assertThat(JsonSchema.published("answer-v1.schema.json").faults(summary))
                    .isEmpty();
            return events;
        }

        private static Map<String, Object> object(String text) {
            try {
                return JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS).mapFrom(text);
            } catch (IOException e) {
                throw new UncheckedIOException(text, e);
            }
        }
    }

    /** A run in a folder. */
    public static CommandLineRun in(Path folder, ApiEntry api) {
        return new CommandLineRun(folder, api);
    }

    /** Sets an environment variable. */
    public CommandLineRun variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Somebody sits there and types these lines. */
    public CommandLineRun typing(String... lines) {
        terminal = RecordingTerminal.person(lines);
        return this;
    }

    /** Runs it. */
    public Outcome run(String... args) {
        Environment environment = new Environment(variables, folder, StandardCharsets.UTF_8, "17");
        int exitCode = DaggerCliComponent.factory()
                .create(terminal, environment, api)
                .application()
                .run(args);
        return new Outcome(exitCode, terminal.out(), terminal.err());
    }
}
