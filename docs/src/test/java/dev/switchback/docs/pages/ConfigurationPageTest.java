package dev.switchback.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.ConfigKey;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of settings is the list of keys. */
final class ConfigurationPageTest {

    @Test
    void theTableIsWhatTheKeysSay() {
        String table = ConfigKey.all().stream().map(ConfigurationPageTest::row).collect(Collectors.joining("\n"));

        assertThat(String.join(
                        "\n",
                        MarkdownPage.read("docs/reference/configuration.md").lines()))
                .contains("| setting | environment | value | default | what it decides |\n|---|---|---|---|---|\n"
                        + table + "\n\n");
    }

    private static String row(ConfigKey<?> key) {
        String environment =
                key.environmentNames().stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
        return String.join(
                " | ",
                "| `" + key.name() + "`",
                environment,
                "`" + key.valueHint().replace("|", "\\|") + "`",
                key.defaultText().map(d -> "`" + d + "`").orElse(""),
                key.description() + " |");
    }
}
