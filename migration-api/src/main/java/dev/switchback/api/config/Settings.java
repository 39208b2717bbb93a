package dev.switchback.api.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value for every {@link ConfigKey}, each with the place it came from. Immutable and thread-safe; no secret shows in
 * {@link #describe()} or {@link #toString()}.
 */
public final class Settings {
    private final Path baseDir;
    private final Map<ConfigKey<?>, Setting<?>> values;
    private final SortedMap<String, SourcedText> placeholders;

    private Settings(Path baseDir, Map<ConfigKey<?>, Setting<?>> values, SortedMap<String, SourcedText> placeholders) {
        this.baseDir = baseDir;
        this.values = values;
        this.placeholders = placeholders;
    }

    /**
     * Starts with the defaults; reads no file and no environment, for which see {@link SettingsLoader}.
     *
     * @param baseDir where relative paths begin
     * @return a new builder
     */
    public static Builder builder(Path baseDir) {
        return new Builder(baseDir.toAbsolutePath().normalize());
    }

    /** Where relative paths begin; absolute. */
    public Path baseDir() {
        return baseDir;
    }

    /**
     * The value of a setting.
     *
     * @param key which
     * @param <T> its type
     * @return the value, or the default; an empty {@link Optional} if there is neither
     */
    public <T> T get(ConfigKey<T> key) {
        return setting(key).value();
    }

    /**
     * Where a setting came from.
     *
     * @param key which
     * @return its origin
     */
    public Origin origin(ConfigKey<?> key) {
        return setting(key).origin();
    }

    @SuppressWarnings("unchecked") // the builder files a setting under its own key only
    private <T> Setting<T> setting(ConfigKey<T> key) {
        return (Setting<T>) Objects.requireNonNull(values.get(key), key.name());
    }

    /**
     * The database to migrate, with its credentials. Where two settings compete, the place decides first and the kind
     * second: {@code direct-url} is used instead of {@code url}, and {@code username} and {@code password} instead of
     * what is in the URL, unless the URL was given in a stronger place. So {@code --url} is always the database that
     * it names, whatever else the environment holds. SQLite has no users, and gets none from these settings.
     *
     * @return the database, its path absolute
     */
    public DatabaseUrl database() {
        Setting<DatabaseUrl> url = setting(ConfigKey.URL);
        Setting<Optional<DatabaseUrl>> direct = setting(ConfigKey.DIRECT_URL);
        boolean isDirect = direct.value().isPresent() && !url.origin().outranks(direct.origin());
        DatabaseUrl chosen = (isDirect ? direct.value().orElseThrow() : url.value()).resolveAgainst(baseDir);
        return withCredentials(chosen, isDirect ? direct.origin() : url.origin());
    }

    /**
     * The database as the application uses it: {@code url} with its credentials, whatever {@code direct-url} says.
     *
     * @return the database, its path absolute
     */
    public DatabaseUrl applicationDatabase() {
        Setting<DatabaseUrl> url = setting(ConfigKey.URL);
        return withCredentials(url.value().resolveAgainst(baseDir), url.origin());
    }

    private DatabaseUrl withCredentials(DatabaseUrl chosen, Origin origin) {
        if (chosen.kind() == DatabaseKind.SQLITE) {
            return chosen;
        }
        return chosen.withCredentials(
                stronger(setting(ConfigKey.USERNAME), chosen.user(), origin),
                stronger(setting(ConfigKey.PASSWORD), chosen.password(), origin));
    }

    private static <V> Optional<V> stronger(Setting<Optional<V>> setting, Optional<V> inUrl, Origin urlOrigin) {
        boolean urlWins = setting.value().isEmpty() || (inUrl.isPresent() && urlOrigin.outranks(setting.origin()));
        return urlWins ? inUrl : setting.value();
    }

    /**
     * The values of {@code placeholders.<name>} by name. A variable {@code SWITCHBACK_PLACEHOLDER_<NAME>} replaces the
     * placeholder of a file whose name in capitals, with underscores for dots and hyphens, is that; otherwise it
     * defines one in lower case.
     *
     * @return in order of the names; can contain secrets
     */
    public Map<String, String> placeholders() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, SourcedText> placeholder : placeholders.entrySet()) {
            texts.put(placeholder.getKey(), placeholder.getValue().text());
        }
        return Collections.unmodifiableMap(texts);
    }

    /**
     * Every secret among these settings, whether it is in use or not: the passwords of the URLs, what their parameters
     * hold of that kind, and the setting {@code password}. Values of placeholders are not among them.
     *
     * @return empty if there is none
     */
    public Set<Secret> secrets() {
        Set<Secret> secrets = new LinkedHashSet<>(get(ConfigKey.URL).secrets());
        for (Optional<DatabaseUrl> other : List.of(get(ConfigKey.DIRECT_URL), get(ConfigKey.SCRATCH_URL))) {
            if (other.isPresent()) {
                secrets.addAll(other.get().secrets());
            }
        }
        if (get(ConfigKey.MODEL).isPresent()) {
            secrets.addAll(secrets(get(ConfigKey.MODEL).get()));
        }
        if (get(ConfigKey.PASSWORD).isPresent()) {
            secrets.add(get(ConfigKey.PASSWORD).get());
        }
        return Collections.unmodifiableSet(secrets);
    }

    private static Set<Secret> secrets(SchemaSource source) {
        return source instanceof SchemaSource.Database database ? database.url().secrets() : Set.of();
    }

    /**
     * What is set where, for people.
     *
     * @return all settings in the order of {@link ConfigKey#all()}, then the placeholders, whose values are masked
     */
    public List<SettingDescription> describe() {
        List<SettingDescription> lines = new ArrayList<>();
        for (ConfigKey<?> key : ConfigKey.all()) {
            lines.add(setting(key).describe());
        }
        placeholders.forEach((name, value) ->
                lines.add(new SettingDescription(Placeholders.PREFIX + name, Secret.MASK, value.origin())));
        return List.copyOf(lines);
    }

    /**
     * Starts with these settings.
     *
     * @return a builder that does not change this object
     */
    public Builder toBuilder() {
        Builder builder = new Builder(baseDir);
        builder.values.putAll(values);
        builder.placeholders.putAll(placeholders);
        return builder;
    }

    @Override
    public String toString() {
        return describe().toString();
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private final Path baseDir;
        private final Map<ConfigKey<?>, Setting<?>> values = new LinkedHashMap<>();
        private final SortedMap<String, SourcedText> placeholders = new TreeMap<>();

        private Builder(Path baseDir) {
            this.baseDir = baseDir;
        }

        /**
         * Sets a value explicitly.
         *
         * @param key which
         * @param value the value
         * @param <T> its type
         * @return this
         */
        public <T> Builder set(ConfigKey<T> key, T value) {
            return set(key, value, Origin.EXPLICIT);
        }

        /**
         * Sets a value.
         *
         * @param key which
         * @param value the value
         * @param origin where it came from
         * @param <T> its type
         * @return this
         */
        public <T> Builder set(ConfigKey<T> key, T value, Origin origin) {
            return put(new Setting<>(key, value, origin));
        }

        Builder put(Setting<?> setting) {
            values.put(setting.key(), setting);
            return this;
        }

        /**
         * Sets a placeholder explicitly.
         *
         * @param name letters, digits, dots, hyphens and underscores
         * @param value the text that replaces it
         * @return this
         * @throws dev.switchback.api.error.ConfigurationException if the name is not of that form
         */
        public Builder placeholder(String name, String value) {
            Placeholders.requireName(name, Origin.EXPLICIT);
            return placeholder(name, new SourcedText(value, Origin.EXPLICIT));
        }

        Builder placeholder(String name, SourcedText value) {
            placeholders.put(name, value);
            return this;
        }

        /**
         * Fills in the defaults.
         *
         * @return the settings
         * @throws dev.switchback.api.error.ConfigurationException if two placeholders differ in upper and lower case
         *     only
         */
        public Settings build() {
            Placeholders.requireDistinct(placeholders);
            Map<ConfigKey<?>, Setting<?>> all = new LinkedHashMap<>(values);
            for (ConfigKey<?> key : ConfigKey.all()) {
                if (!all.containsKey(key)) {
                    all.put(key, Setting.ofDefault(key, baseDir));
                }
            }
            return new Settings(baseDir, Map.copyOf(all), new TreeMap<>(placeholders));
        }
    }
}
