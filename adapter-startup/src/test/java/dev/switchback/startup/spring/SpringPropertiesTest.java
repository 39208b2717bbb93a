package dev.switchback.startup.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.StartupMode;
import dev.switchback.api.error.ConfigurationException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class SpringPropertiesTest {

    private static final String OPEN = "postgres://app:s3cr3t-pw@${DB_HOST}/late";

    @ParameterizedTest
    @ValueSource(strings = {"url", "direct-url", "password", "placeholders.address"})
    void tellsThatAPlaceholderIsOpenAndNotTheValueAroundIt(String setting) {
        SpringProperties properties = of(Map.of(), Map.of("switchback." + setting, OPEN));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> properties.configure().settings())
                .withNoCause()
                .withMessage(setting + ": its value (switchback." + setting
                        + ") has a ${placeholder} in it for which Spring finds no value")
                .satisfies(e -> assertThat(e.nextStep()).contains("${NAME:default}"));
    }

    @Test
    void tellsTheVariableWhosePlaceholderIsOpen() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        of(Map.of("SWITCHBACK_DIRECT_URL", OPEN), Map.of()).namesADatabase())
                .withNoCause()
                .withMessageStartingWith("direct-url: its value (SWITCHBACK_DIRECT_URL) has a ${placeholder}");
    }

    @Test
    void theNameOfABeanMayHaveAnOpenPlaceholderToo() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(Map.of(), Map.of("switchback.data-source", "${OPEN}"))
                        .dataSourceBean())
                .withMessageStartingWith("data-source: its value (switchback.data-source) has a ${placeholder}");
    }

    @Test
    void anEmptyVariableIsNotSet() {
        SpringProperties properties = of(
                Map.of("AUTO_MIGRATE_ON_STARTUP", "", "DIRECT_DATABASE_URL", "", "SWITCHBACK_DATA_SOURCE", ""),
                Map.of("switchback.password", "${NOBODY:}"));

        assertThat(properties.configure().settings().get(ConfigKey.STARTUP_MODE))
                .isEqualTo(StartupMode.OFF);
        assertThat(properties.namesADatabase()).isFalse();
        assertThat(properties.dataSourceBean()).isEmpty();
    }

    @Test
    void anEmptyVariableLeavesItToTheNextPlace() {
        SpringProperties properties =
                of(Map.of("AUTO_MIGRATE_ON_STARTUP", ""), Map.of("switchback.startup.mode", "verify"));

        assertThat(properties.configure().settings().get(ConfigKey.STARTUP_MODE))
                .isEqualTo(StartupMode.VERIFY);
    }

    @Test
    void anEmptyUrlIsASecretThatWasNotDelivered() {
        SpringProperties properties = of(Map.of("SWITCHBACK_URL", ""), Map.of());

        assertThat(properties.namesADatabase()).isTrue();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> properties.configure().settings())
                .withMessageStartingWith("url: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTO_MIGRATE_ON_STARTUP", "SWITCHBACK_STARTUP_MODE"})
    void aWrongValueIsToldWithTheVariableThatHasIt(String variable) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        of(Map.of(variable, "banana"), Map.of()).configure().settings())
                .withMessageContaining("explicit " + variable + ": ");
    }

    @Test
    void aWrongValueIsToldWithThePropertyThatHasIt() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> of(Map.of(), Map.of("switchback.startup.mode", "banana"))
                        .configure()
                        .settings())
                .withMessageContaining("explicit switchback.startup.mode: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWITCHBACK_NO_INPUT", "SWITCHBACK_OUTPUT", "SWITCHBACK_JAVA_OPTS", "SWITCHBACK_CACHE"})
    void variablesOfTheCommandLineDisturbNobody(String variable) {
        assertThatCode(() -> of(Map.of(variable, "true"), Map.of()).configure()).doesNotThrowAnyException();
    }

    @Test
    void aVariableIsAPlaceholderTooAndWinsOverTheFile() {
        SpringProperties properties = of(
                Map.of("SWITCHBACK_PLACEHOLDER_TABLE_SPACE", "fast", "SWITCHBACK_PLACEHOLDER_OWNER", "app"),
                Map.of("switchback.placeholders.table-space", "slow", "switchback.placeholders.other", "x"));

        assertThat(properties.configure().settings().placeholders())
                .containsOnly(Map.entry("table-space", "fast"), Map.entry("owner", "app"), Map.entry("other", "x"));
    }

    @Test
    void aFileOfASecretIsReadBySpring() {
        SpringProperties properties = of(Map.of("SWITCHBACK_URL_FILE", "/run/secrets/url"), Map.of());

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(properties::configure)
                .satisfies(e -> assertThat(e.nextStep()).contains("spring.config.import=configtree:"));
    }

    @Test
    void aVariableOfTheCommandLineIsNoProperty() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        of(Map.of(), Map.of("switchback.no-input", "true")).configure())
                .withMessageContaining("switchback.no-input: Switchback has no such setting");
    }

    private static SpringProperties of(Map<String, Object> variables, Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        // only what has this name is read as Spring reads variables
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        sources.replace(name, new SystemEnvironmentPropertySource(name, variables));
        sources.addLast(new MapPropertySource("application.properties", properties));
        return new SpringProperties(environment);
    }
}
