package dev.switchback.startup.spring;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The settings as Spring has them: {@code switchback.<setting>} in any form that Spring accepts, and the variables that
 * other frameworks share, such as {@code AUTO_MIGRATE_ON_STARTUP}. The strongest place that has either wins. A name that no
 * setting has is an error, as everywhere else.
 */
final class SpringProperties {

    static final String PREFIX = "switchback";

    /** What only Spring has: whether any of this happens, and on which of several sources. */
    static final List<String> OWN = List.of("enabled", "data-source");

    private static final String PLACEHOLDERS = "placeholders";
    private static final String DEFAULT_DIRS = "classpath:db/migration";

    /** An application on Spring has its database already; these would name another one by accident. */
    private static final Set<String> OF_THE_APPLICATION =
            Set.of("DATABASE_URL", "SWITCHBACK_DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");

    private final ConfigurableEnvironment environment;

    SpringProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** A builder with everything but the connections. */
    Switchback.Builder configure() {
        requireKnownNames();
        SettingsLoader loader = SettingsLoader.defaults();
        loader.explicit(ConfigKey.DIRS, DEFAULT_DIRS);
        for (ConfigKey<?> key : ConfigKey.all()) {
            value(key).ifPresent(text -> loader.explicit(key, text, PREFIX + "." + key.name()));
        }
        placeholders(loader);
        return Switchback.from(loader);
    }

    /** Whether the health of the application has the migrations in it; asked before there is any bean. */
    boolean wantsHealth() {
        SettingsLoader loader = SettingsLoader.defaults();
        ConfigKey<Boolean> key = ConfigKey.HEALTH_ENABLED;
        value(key).ifPresent(text -> loader.explicit(key, text, PREFIX + "." + key.name()));
        return loader.load().get(key);
    }

    /** Whether migrations have connections of their own. */
    boolean namesADatabase() {
        return value(ConfigKey.URL).isPresent() || value(ConfigKey.DIRECT_URL).isPresent();
    }

    /** The bean that is to be migrated, where the application has several. */
    Optional<String> dataSourceBean() {
        return Optional.ofNullable(environment.getProperty(PREFIX + ".data-source"));
    }

    private Optional<String> value(ConfigKey<?> key) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(PREFIX + "." + key.name());
        for (PropertySource<?> source : sources()) {
            Object found = value(source, name, key);
            if (found != null) {
                return Optional.of(environment.resolveRequiredPlaceholders(found.toString()));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Object value(PropertySource<?> source, ConfigurationPropertyName name, ConfigKey<?> key) {
        ConfigurationPropertySource properties = ConfigurationPropertySource.from(source);
        if (properties != null && properties.getConfigurationProperty(name) != null) {
            return Objects.requireNonNull(properties.getConfigurationProperty(name))
                    .getValue();
        }
        return key.environmentNames().stream()
                .filter(variable -> !OF_THE_APPLICATION.contains(variable))
                .map(source::getProperty)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<PropertySource<?>> sources() {
        List<PropertySource<?>> sources = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (!ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)) {
                sources.add(source);
            }
        }
        return sources;
    }

    private void placeholders(SettingsLoader loader) {
        ConfigurationPropertyName parent = ConfigurationPropertyName.of(PREFIX + "." + PLACEHOLDERS);
        Set<String> seen = new HashSet<>();
        for (ConfigurationPropertyName name : names()) {
            String last = name.getLastElement(ConfigurationPropertyName.Form.ORIGINAL);
            boolean one = parent.isParentOf(name) && !last.equals("enabled");
            if (one && seen.add(last)) {
                loader.explicitPlaceholder(last, environment.getRequiredProperty(name.toString()));
            }
        }
    }

    /** Every name below ours, strongest place first. */
    private List<ConfigurationPropertyName> names() {
        ConfigurationPropertyName ours = ConfigurationPropertyName.of(PREFIX);
        List<ConfigurationPropertyName> names = new ArrayList<>();
        for (PropertySource<?> source : sources()) {
            if (ConfigurationPropertySource.from(source) instanceof IterableConfigurationPropertySource properties) {
                properties.stream().filter(ours::isAncestorOf).forEach(names::add);
            }
        }
        return names;
    }

    private void requireKnownNames() {
        Set<String> known = new HashSet<>();
        OWN.forEach(name -> known.add(plain(name)));
        for (ConfigKey<?> key : ConfigKey.all()) {
            known.add(plain(key.name()));
            // a second name is one of a variable only: as a property it would be looked for in vain
            key.environmentNames().stream()
                    .filter(variable -> sources().stream().anyMatch(source -> source.getProperty(variable) != null))
                    .forEach(variable -> known.add(plain(variable).replaceFirst("^" + PREFIX, "")));
        }
        ConfigurationPropertyName tests = ConfigurationPropertyName.of(PREFIX + ".test");
        ConfigurationPropertyName placeholders = ConfigurationPropertyName.of(PREFIX + "." + PLACEHOLDERS);
        for (ConfigurationPropertyName name : names()) {
            String rest = plain(name.toString()).substring(PREFIX.length());
            if (!known.contains(rest) && !placeholders.isAncestorOf(name) && !tests.isAncestorOf(name)) {
                throw new ConfigurationException(
                        name.toString(),
                        "Switchback has no such setting",
                        "correct the name; docs/reference/configuration.md lists all, each with the prefix switchback.");
            }
        }
    }

    /** Without what Spring does not look at either. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
