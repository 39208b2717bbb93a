package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The published schemas. That answers fit them is checked wherever a test reads one: see {@link CommandLineRun.Outcome}.
 */
final class JsonSchemaTest {

    @TempDir
    private Path folder;

    private final JsonSchema schema = JsonSchema.published("answer-v1.schema.json");

    private Map<String, Object> status() {
        return new LinkedHashMap<>(CommandLineRun.in(folder, FakeMigrations.sound())
                .run("status", "--json")
                .json());
    }

    @Test
    void noticesAFieldThatIsMissing() {
        Map<String, Object> answer = status();
        answer.remove("pending");
        assertThat(schema.faults(answer)).containsExactly("$ lacks pending");
    }

    @Test
    void noticesAFieldOfAnotherType() {
        Map<String, Object> answer = status();
        answer.put("pending", "one");
        assertThat(schema.faults(answer)).containsExactly("$.pending is not of type [integer]: one");
    }

    @Test
    void noticesAFieldThatNobodyHasDescribed() {
        Map<String, Object> answer = status();
        answer.put("surprise", List.of());
        assertThat(schema.faults(answer)).containsExactly("$.surprise is in no schema");
    }

    @Test
    void aDatabaseOnAServerHasItsAddressAndAFileHasNone() {
        CommandLineRun.Outcome server =
                CommandLineRun.in(folder, FakeMigrations.onServer()).run("status", "--json");
        assertThat(server.json())
                .extractingByKey("database", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("name", "shop @ db.internal:5432")
                .containsEntry("host", "db.internal")
                .containsEntry("port", 5432);
        assertThat(status())
                .extractingByKey("database", InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("name", "/data/shop.db")
                .doesNotContainKeys("host", "port");
    }

    @Test
    void everyLineOfAStreamIsAnEvent() {
        CommandLineRun.Outcome outcome =
                CommandLineRun.in(folder, FakeMigrations.sound()).run("upgrade", "--output", "ndjson");
        assertThat(outcome.events()).last().extracting("event").isEqualTo("summary");
    }
}
