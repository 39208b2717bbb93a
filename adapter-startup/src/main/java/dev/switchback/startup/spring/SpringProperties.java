package dev.switchback.startup.spring;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.ConfigurationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
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
    private static final String PLACEHOLDER_VARIABLE = "SWITCHBACK_PLACEHOLDER_";
    private static final String DEFAULT_DIRS = "classpath:db/migration";

    /** An application on Spring has its database already; these would name another one by accident. */
    private static final Set<String> OF_THE_APPLICATION =
            Set.of("DATABASE_URL", "SWITCHBACK_DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");

    private final ConfigurableEnvironment environment;

    SpringProperties(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * A value.
     *
     * @param name as somebody wrote it: that of a property or of a variable
     * @param text what is behind it
     */
    private record Given(String name, String text) {}

    /** A builder with everything but the connections. */
    Switchback.Builder configure() {
        requireKnownNames();
        SettingsLoader loader = SettingsLoader.defaults();
        loader.explicit(ConfigKey.DIRS, DEFAULT_DIRS);
        for (ConfigKey<?> key : ConfigKey.all()) {
            value(key).ifPresent(given -> loader.explicit(key, given.text(), given.name()));
        }
        placeholders(loader);
        return Switchback.from(loader);
    }

    /** An advice that names settings as every application has them, with the names that they have on Spring. */
    static String named(String advice) {
        String named = advice;
        for (ConfigKey<?> key : ConfigKey.all()) {
            // whatever has no dot in it is an ordinary word, unless a value follows
            String end = key.name().contains(".") ? "(?![\\w-]|\\.\\w)" : "(?==)";
            named = named.replaceAll("(?<![\\w.-])" + Pattern.quote(key.name()) + end, PREFIX + "." + key.name());
        }
        return named;
    }

    /** Whether the health of the application has the migrations in it; asked before there is any bean. */
    boolean wantsHealth() {
        SettingsLoader loader = SettingsLoader.defaults();
        ConfigKey<Boolean> key = ConfigKey.HEALTH_ENABLED;
        value(key).ifPresent(given -> loader.explicit(key, given.text(), given.name()));
        return loader.load().get(key);
    }

    /** Whether migrations have connections of their own. */
    boolean namesADatabase() {
        return value(ConfigKey.URL).isPresent() || value(ConfigKey.DIRECT_URL).isPresent();
    }

    /** The bean that is to be migrated, where the application has several. */
    Optional<String> dataSourceBean() {
        String property = PREFIX + ".data-source";
        return resolved("data-source", property, () -> Optional.ofNullable(environment.getProperty(property)))
                .filter(name -> !name.isEmpty());
    }

    private Optional<Given> value(ConfigKey<?> key) {
        for (PropertySource<?> source : sources()) {
            for (Given given : values(source, key)) {
                String text =
                        resolved(key.name(), given.name(), () -> environment.resolveRequiredPlaceholders(given.text()));
                if (isSet(key, text)) {
                    return Optional.of(new Given(given.name(), text));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Compose files and charts write an empty variable for "not set". A URL that is empty is a secret that was not
     * delivered, and must not lead to another database.
     */
    private static boolean isSet(ConfigKey<?> key, String text) {
        return !text.isEmpty() || key == ConfigKey.URL;
    }

    /** Whatever one place has, strongest first. */
    private static List<Given> values(PropertySource<?> source, ConfigKey<?> key) {
        List<Given> values = new ArrayList<>();
        String name = PREFIX + "." + key.name();
        ConfigurationPropertySource properties = ConfigurationPropertySource.from(source);
        ConfigurationProperty property =
                properties == null ? null : properties.getConfigurationProperty(ConfigurationPropertyName.of(name));
        if (property != null) {
            values.add(new Given(written(source, key, name), property.getValue().toString()));
        }
        for (String variable : key.environmentNames()) {
            Object value = OF_THE_APPLICATION.contains(variable) ? null : source.getProperty(variable);
            if (value != null) {
                values.add(new Given(variable, value.toString()));
            }
        }
        return values;
    }

    /** Spring has one name for a property and the variable that stands for it; people look for what they wrote. */
    private static String written(PropertySource<?> source, ConfigKey<?> key, String name) {
        return key.environmentNames().stream()
                .filter(variable -> plain(variable).equals(plain(name)) && source.getProperty(variable) != null)
                .findFirst()
                .orElse(name);
    }

    /** A value may be a password, or a URL with one, and Spring's error quotes it: not even as a cause it may go on. */
    private static <T> T resolved(String setting, String name, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    setting,
                    "its value (" + name + ") has a ${placeholder} in it for which Spring finds no value",
                    "set what stands between ${ and }, or write what holds without it: ${NAME:default}");
        }
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
        Map<String, String> written = new HashMap<>();
        placeholderProperties().forEach(name -> written.putIfAbsent(plain(name), name));
        Set<String> seen = new HashSet<>();
        for (PropertySource<?> source : sources()) {
            for (Given given : placeholders(source)) {
                if (seen.add(plain(given.name()))) {
                    // a variable knows only the capitals of a name
                    String name = written.getOrDefault(plain(given.name()), given.name());
                    loader.explicitPlaceholder(name, given.text());
                }
            }
        }
    }

    /** The values that one place has, under the names of the placeholders. */
    private List<Given> placeholders(PropertySource<?> source) {
        List<Given> found = new ArrayList<>();
        variables(source).filter(SpringProperties::isPlaceholder).forEach(variable -> {
            String name = variable.substring(PLACEHOLDER_VARIABLE.length()).toLowerCase(Locale.ROOT);
            String text = String.valueOf(source.getProperty(variable));
            found.add(new Given(
                    name,
                    resolved(
                            PLACEHOLDERS + "." + name, variable, () -> environment.resolveRequiredPlaceholders(text))));
        });
        placeholderProperties(source).forEach(property -> {
            String name = property.getLastElement(ConfigurationPropertyName.Form.ORIGINAL);
            found.add(new Given(
                    name,
                    resolved(
                            PLACEHOLDERS + "." + name,
                            property.toString(),
                            () -> environment.getRequiredProperty(property.toString()))));
        });
        return found;
    }

    private Stream<String> placeholderProperties() {
        return sources().stream()
                .flatMap(SpringProperties::placeholderProperties)
                .map(property -> property.getLastElement(ConfigurationPropertyName.Form.ORIGINAL));
    }

    private static Stream<ConfigurationPropertyName> placeholderProperties(PropertySource<?> source) {
        ConfigurationPropertyName parent = ConfigurationPropertyName.of(PREFIX + "." + PLACEHOLDERS);
        ConfigurationPropertyName setting = parent.append("enabled");
        return names(source).filter(name -> parent.isParentOf(name) && !name.equals(setting));
    }

    private static boolean isPlaceholder(String variable) {
        return variable.startsWith(PLACEHOLDER_VARIABLE) && variable.length() > PLACEHOLDER_VARIABLE.length();
    }

    /** Every name below ours, strongest place first. */
    private List<ConfigurationPropertyName> names() {
        return sources().stream().flatMap(SpringProperties::names).toList();
    }

    private static Stream<ConfigurationPropertyName> names(PropertySource<?> source) {
        ConfigurationPropertyName ours = ConfigurationPropertyName.of(PREFIX);
        return ConfigurationPropertySource.from(source) instanceof IterableConfigurationPropertySource properties
                ? properties.stream().filter(ours::isAncestorOf)
                : Stream.empty();
    }

    private void requireKnownNames() {
        Set<String> known = new HashSet<>();
        OWN.forEach(name -> known.add(plain(name)));
        for (ConfigKey<?> key : ConfigKey.all()) {
            known.add(plain(key.name()));
            // a second name is one of a variable only: as a property it would be looked for in vain
            key.environmentNames().stream()
                    .filter(variable -> sources().stream().anyMatch(source -> source.getProperty(variable) != null))
                    .forEach(variable -> known.add(unprefixed(variable)));
        }
        sources().stream()
                .flatMap(SpringProperties::variables)
                .filter(variable -> SettingsLoader.isNoSetting(variable) || isPlaceholder(variable))
                .forEach(variable -> known.add(unprefixed(variable)));
        ConfigurationPropertyName tests = ConfigurationPropertyName.of(PREFIX + ".test");
        ConfigurationPropertyName placeholders = ConfigurationPropertyName.of(PREFIX + "." + PLACEHOLDERS);
        for (ConfigurationPropertyName name : names()) {
            String rest = plain(name.toString()).substring(PREFIX.length());
            if (!known.contains(rest) && !placeholders.isAncestorOf(name) && !tests.isAncestorOf(name)) {
                throw new ConfigurationException(
                        name.toString(),
                        "Switchback has no such setting",
                        rest.endsWith("file")
                                ? "on Spring, let it read the files of secrets: spring.config.import=configtree:/run/secrets/"
                                : "correct the name; docs/reference/configuration.md lists all, each with the prefix"
                                        + " switchback.");
            }
        }
    }

    /** What is there under the very names that variables have. */
    private static Stream<String> variables(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> all ? Stream.of(all.getPropertyNames()) : Stream.empty();
    }

    private static String unprefixed(String variable) {
        return plain(variable).replaceFirst("^" + PREFIX, "");
    }

    /** Without what Spring does not look at either. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
