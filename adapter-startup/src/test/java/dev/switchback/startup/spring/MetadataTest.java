package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.ConfigKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an editor offers in {@code application.properties} is the list of settings. */
final class MetadataTest {

    @Test
    void isTheListOfSettings() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"))) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected());
        }
    }

    private static String expected() {
        String own = property("enabled", "java.lang.Boolean", "Whether Switchback does anything.", "true");
        String source = property(
                "data-source", "java.lang.String", "The bean to migrate, where there are several DataSources.", "");
        return Stream.concat(Stream.of(own, source), ConfigKey.all().stream().map(MetadataTest::property))
                .collect(Collectors.joining(",\n", "{\n  \"properties\": [\n", "\n  ]\n}\n"));
    }

    private static String property(ConfigKey<?> key) {
        String type = switch (key.valueHint()) {
            case "true|false" -> "java.lang.Boolean";
            case "NUMBER", "PORT" -> "java.lang.Integer";
            default -> "java.lang.String";
        };
        String value = key == ConfigKey.DIRS
                ? "classpath:db/migration"
                : key.defaultText().orElse("");
        return property(key.name(), type, key.description(), key == ConfigKey.URL ? "" : value);
    }

    private static String property(String name, String type, String description, String value) {
        String quoted = type.equals("java.lang.String") ? "\"" + value + "\"" : value;
        return "    {\n      \"name\": \"switchback." + name + "\",\n      \"type\": \"" + type
                + "\",\n      \"description\": \"" + description.replace("\"", "\\\"") + "\""
                + (value.isEmpty() ? "" : ",\n      \"defaultValue\": " + quoted)
                + "\n    }";
    }
}
