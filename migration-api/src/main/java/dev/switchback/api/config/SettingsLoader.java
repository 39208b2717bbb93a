package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects settings from where they are, strongest first: explicit values, the environment, {@code .env},
 * {@code switchback-<profile>.properties}, {@code switchback.properties}, the user's own {@code switchback.properties}
 * ({@code $XDG_CONFIG_HOME/switchback}, or {@code ~/.config/switchback}, as the
 * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory specification</a> has it),
 * defaults. The files are optional (except the one of a profile that was asked for), are read from the base directory and
 * are never written. A name in a file that no setting has, or a variable that begins with {@code SWITCHBACK_} and is
 * unknown, is an error.
 *
 * <p>Mutable and not thread-safe, like any builder; {@link #load()} can be called repeatedly.
 */
public final class SettingsLoader {
    private static final String PROJECT_FILE = "switchback.properties";
    private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Map<ConfigKey<?>, SourcedText> explicit = new HashMap<>();
    private final Map<String, SourcedText> explicitPlaceholders = new TreeMap<>();
    private Path baseDir;
    private Map<String, String> environment = Map.of();
    private Optional<String> profile = Optional.empty();
    private Optional<Path> configFile = Optional.empty();
    private List<Path> envFiles = List.of(Path.of(DotEnv.FILE_NAME));
    private boolean envFilesRequired;
    private boolean readsFiles = true;

    private SettingsLoader(Path baseDir) {
        this.baseDir = baseDir.toAbsolutePath().normalize();
    }

    /**
     * Starts with an empty environment.
     *
     * @param baseDir where the files are and where relative paths begin
     * @return a new loader
     */
    public static SettingsLoader in(Path baseDir) {
        return new SettingsLoader(baseDir);
    }

    /**
     * Starts with the environment and the working directory of this process. Nothing else in Switchback reads them.
     *
     * @return a new loader
     */
    public static SettingsLoader system() {
        return in(Path.of("")).environment(System.getenv());
    }

    /**
     * Starts with the defaults and the working directory of this process; reads no environment and no file.
     *
     * @return a new loader
     */
    public static SettingsLoader defaults() {
        SettingsLoader loader = in(Path.of(""));
        loader.readsFiles = false;
        return loader;
    }

    /**
     * Tells the variables apart that begin with {@code SWITCHBACK_} and set nothing here: the launcher and the command line
     * read them.
     *
     * @param variable the name of a variable
     * @return whether it is none of the settings, and no mistake either
     */
    public static boolean isNoSetting(String variable) {
        return EnvironmentLayer.isNoSetting(variable);
    }

    /**
     * Starts with what this loader has now.
     *
     * @return a loader that does not change this one
     */
    public SettingsLoader copy() {
        SettingsLoader copy = new SettingsLoader(baseDir);
        copy.explicit.putAll(explicit);
        copy.explicitPlaceholders.putAll(explicitPlaceholders);
        copy.environment = environment;
        copy.profile = profile;
        copy.configFile = configFile;
        copy.envFiles = envFiles;
        copy.envFilesRequired = envFilesRequired;
        copy.readsFiles = readsFiles;
        return copy;
    }

    /**
     * Acts as if the process had been started elsewhere.
     *
     * @param directory where the files are and where relative paths begin
     * @return this
     */
    public SettingsLoader baseDir(Path directory) {
        baseDir = directory.toAbsolutePath().normalize();
        return this;
    }

    /**
     * Replaces the environment.
     *
     * @param variables values by name
     * @return this
     */
    public SettingsLoader environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /**
     * Asks for the settings of a profile; without this, {@code SWITCHBACK_PROFILE} does.
     *
     * @param name letters, digits, hyphens and underscores
     * @return this
     */
    public SettingsLoader profile(String name) {
        profile = Optional.of(name);
        return this;
    }

    /**
     * Reads another file instead of {@code switchback.properties}.
     *
     * @param file the file, which must exist; relative to the base directory
     * @return this
     */
    public SettingsLoader configFile(Path file) {
        configFile = Optional.of(file);
        return this;
    }

    /**
     * Reads other files instead of {@code .env}.
     *
     * @param files the files, which must exist, relative to the base directory; of two that set the same variable the
     *     later one counts; empty for none
     * @return this
     */
    public SettingsLoader envFiles(List<Path> files) {
        envFiles = List.copyOf(files);
        envFilesRequired = true;
        return this;
    }

    /**
     * Sets a value that wins over all places, from a file in which nothing else is: a password, a URL.
     *
     * @param key which
     * @param file the file; relative to the base directory
     * @param place where it was named, for people: {@code --password-file}
     * @return this
     * @throws ConfigurationException if the file cannot be read
     */
    public SettingsLoader explicitFile(ConfigKey<?> key, String file, String place) {
        SourcedText named = new SourcedText(file, new Origin(Origin.Source.EXPLICIT, place));
        return explicit(key, FileVariables.read(key, named, baseDir), place);
    }

    /**
     * Sets a value that wins over all places.
     *
     * @param key which
     * @param text as one would write it in a file
     * @return this
     */
    public SettingsLoader explicit(ConfigKey<?> key, String text) {
        return explicit(key, text, "");
    }

    /**
     * Sets a value that wins over all places.
     *
     * @param key which
     * @param text as one would write it in a file
     * @param place where it was given, for people: {@code --url}
     * @return this
     */
    public SettingsLoader explicit(ConfigKey<?> key, String text, String place) {
        explicit.put(key, new SourcedText(text, new Origin(Origin.Source.EXPLICIT, place)));
        return this;
    }

    /**
     * Sets a placeholder that wins over all places.
     *
     * @param name letters, digits, dots, hyphens and underscores
     * @param value the text that replaces it
     * @return this
     * @throws ConfigurationException if the name is not of that form
     */
    public SettingsLoader explicitPlaceholder(String name, String value) {
        Placeholders.requireName(name, Origin.EXPLICIT);
        explicitPlaceholders.put(name, new SourcedText(value, Origin.EXPLICIT));
        return this;
    }

    /**
     * Reads the files and puts everything together.
     *
     * @return the settings
     * @throws ConfigurationException if a file cannot be read or is malformed, a name is unknown, or the value that
     *     counts is not of its type; names the setting and the place, and never the value of a secret or a URL
     */
    public Settings load() {
        if (!readsFiles) {
            return combine(List.of(new Layer(explicit, explicitPlaceholders, false)));
        }
        Map<String, SourcedText> dotEnv = dotEnv();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(explicit, explicitPlaceholders, false));
        layers.add(EnvironmentLayer.of(FileVariables.resolve(EnvironmentLayer.process(environment), baseDir)));
        layers.add(EnvironmentLayer.of(FileVariables.resolve(dotEnv, baseDir)));
        Optional<SourcedText> name = profile(dotEnv);
        if (name.isPresent()) {
            layers.add(profileLayer(name.get()));
        }
        projectLayer().ifPresent(layers::add);
        userFile()
                .flatMap(file -> PropertiesLayer.read(file, Origin.Source.USER_FILE))
                .ifPresent(layers::add);
        return combine(layers);
    }

    private Optional<Path> userFile() {
        String home = environment.getOrDefault("HOME", "");
        String chosen = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = chosen.isEmpty() ? Path.of(home, ".config") : Path.of(chosen);
        // a relative path is to be ignored, says the specification
        return folder.isAbsolute() ? Optional.of(folder.resolve("switchback").resolve(PROJECT_FILE)) : Optional.empty();
    }

    private Optional<Layer> projectLayer() {
        Path file = baseDir.resolve(configFile.orElse(Path.of(PROJECT_FILE)));
        Optional<Layer> layer = PropertiesLayer.read(file, Origin.Source.FILE);
        if (layer.isEmpty() && configFile.isPresent()) {
            throw new ConfigurationException("config", "there is no file " + file, "name a file that exists");
        }
        return layer;
    }

    private Map<String, SourcedText> dotEnv() {
        Map<String, SourcedText> variables = new TreeMap<>();
        for (Path name : envFiles) {
            Path file = baseDir.resolve(name);
            // Python projects keep a virtual environment in a folder of that name
            Optional<String> text =
                    !envFilesRequired && Files.isDirectory(file) ? Optional.empty() : SettingsFile.read(file);
            if (text.isEmpty() && envFilesRequired) {
                throw new ConfigurationException("env-file", "there is no file " + file, "name a file that exists");
            }
            text.ifPresent(found -> variables.putAll(DotEnv.parse(name.toString(), found, environment)));
        }
        return variables;
    }

    private Optional<SourcedText> profile(Map<String, SourcedText> dotEnv) {
        if (profile.isPresent()) {
            return profile.map(name -> new SourcedText(name, Origin.EXPLICIT));
        }
        SourcedText variable = EnvironmentLayer.process(environment).get(EnvironmentLayer.PROFILE);
        return Optional.ofNullable(variable != null ? variable : dotEnv.get(EnvironmentLayer.PROFILE))
                .filter(value -> !value.text().isEmpty());
    }

    private Layer profileLayer(SourcedText name) {
        if (!PROFILE.matcher(name.text()).matches()) {
            throw new ConfigurationException(
                    "profile",
                    Texts.quoted(name.text()) + " (" + name.origin() + ") cannot be the name of a profile",
                    "use letters, digits, hyphens and underscores");
        }
        String file = "switchback-" + name.text() + ".properties";
        return PropertiesLayer.read(baseDir.resolve(file), Origin.Source.PROFILE_FILE)
                .orElseThrow(() -> new ConfigurationException(
                        "profile",
                        "there is no " + file + " for the profile (" + name.origin() + ")",
                        "create the file in " + baseDir + ", or name another profile"));
    }

    private Settings combine(List<Layer> layers) {
        Settings.Builder builder = Settings.builder(baseDir);
        for (ConfigKey<?> key : ConfigKey.all()) {
            SourcedText strongest = strongest(key, layers);
            if (strongest != null) {
                builder.put(Setting.parse(key, strongest, baseDir));
            }
        }
        Map<String, SourcedText> placeholders = new TreeMap<>();
        for (int i = layers.size() - 1; i >= 0; i--) {
            Placeholders.merge(layers.get(i), placeholders);
        }
        for (Map.Entry<String, SourcedText> placeholder : placeholders.entrySet()) {
            builder.placeholder(placeholder.getKey(), placeholder.getValue());
        }
        return builder.build();
    }

    private static @Nullable SourcedText strongest(ConfigKey<?> key, List<Layer> layers) {
        for (Layer layer : layers) {
            SourcedText value = layer.values().get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
