package dev.switchback.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigKeyTest {
    @Test
    void listsEveryConstantOnce() throws IllegalAccessException {
        List<ConfigKey<?>> constants = Arrays.stream(ConfigKey.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ConfigKey.class)
                .<ConfigKey<?>>map(ConfigKeyTest::value)
                .toList();

        assertThat(ConfigKey.all())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(constants)
                .isNotEmpty();
    }

    private static ConfigKey<?> value(java.lang.reflect.Field field) {
        try {
            return (ConfigKey<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noVariableMeansTwoSettings() {
        assertThat(ConfigKey.all().stream().flatMap(key -> key.environmentNames().stream()))
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.startsWith(Placeholders.ENVIRONMENT_PREFIX));
    }

    @Test
    void everySettingHasAPrefixedVariableAndASentence() {
        assertThat(ConfigKey.all()).allSatisfy(key -> {
            assertThat(key.environmentNames())
                    .contains("SWITCHBACK_" + key.name().replaceAll("[.-]", "_").toUpperCase(java.util.Locale.ROOT));
            assertThat(key.description()).endsWith(".").doesNotContain("\n");
            assertThat(key.valueHint()).isNotBlank();
            assertThat(ConfigKey.named(key.name())).contains(key);
        });
        assertThat(ConfigKey.named("URL")).isEmpty();
    }

    @Test
    void theSharedNamesComeAfterOurOwn() {
        assertThat(ConfigKey.URL.environmentNames())
                .containsExactly("SWITCHBACK_DATABASE_URL", "SWITCHBACK_URL", "DATABASE_URL");
        assertThat(ConfigKey.STARTUP_TIMEOUT.environmentNames())
                .containsExactly("SWITCHBACK_STARTUP_LOCK_TIMEOUT", "SWITCHBACK_STARTUP_TIMEOUT");
        assertThat(ConfigKey.HEALTH_CACHE.environmentNames())
                .containsExactly("SWITCHBACK_HEALTH_CACHE_TTL", "SWITCHBACK_HEALTH_CACHE");
        assertThat(ConfigKey.STARTUP_MODE.environmentNames())
                .containsExactly("SWITCHBACK_STARTUP_MODE", "AUTO_MIGRATE_ON_STARTUP");
    }

    @Test
    void onlyThePasswordIsSecret() {
        assertThat(ConfigKey.all().stream().filter(ConfigKey::isSecret)).containsExactly(ConfigKey.PASSWORD);
    }

    @Test
    void choicesAreListedAsTheyAreWritten() {
        assertThat(ConfigKey.INTEGRITY.valueHint()).isEqualTo("off|require-if-present|require");
        assertThat(ConfigKey.INTEGRITY.defaultText()).contains("require-if-present");
        assertThat(ConfigKey.SCHEMA.defaultText()).isEmpty();
        assertThat(ConfigKey.HEALTH_PENDING_STATUS.valueHint()).isEqualTo("OUT_OF_SERVICE|DOWN|UP");
        assertThat(ConfigKey.HEALTH_PENDING_STATUS.defaultText()).contains("OUT_OF_SERVICE");
    }
}
