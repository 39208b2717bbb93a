package dev.switchback.api.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds settings among variables, be they of the process or of {@code .env}. */
final class EnvironmentLayer {
    static final String PROFILE = ConfigKey.ENVIRONMENT_PREFIX + "PROFILE";
    /** Not settings: the launcher script and the command line read them. */
    private static final Set<String> OTHERS = Set.of(
            PROFILE,
            "SWITCHBACK_ASCII",
            "SWITCHBACK_CACHE",
            "SWITCHBACK_HOME",
            "SWITCHBACK_JAVA",
            "SWITCHBACK_JAVA_OPTS",
            "SWITCHBACK_NO_INPUT",
            "SWITCHBACK_NO_PROGRESS",
            "SWITCHBACK_OUTPUT",
            "SWITCHBACK_STDERR_TTY",
            "SWITCHBACK_STDIN_TTY",
            "SWITCHBACK_STDOUT_TTY");

    private static final String TEST_PREFIX = ConfigKey.ENVIRONMENT_PREFIX + "TEST_";

    private EnvironmentLayer() {}

    static Map<String, SourcedText> process(Map<String, String> environment) {
        Map<String, SourcedText> variables = new TreeMap<>();
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            Origin origin = new Origin(Origin.Source.ENVIRONMENT, variable.getKey());
            variables.put(variable.getKey(), new SourcedText(variable.getValue(), origin));
        }
        return variables;
    }

    static Layer of(Map<String, SourcedText> variables) {
        Map<String, SourcedText> placeholders = new HashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(Placeholders.ENVIRONMENT_PREFIX)) {
                String placeholder = name.substring(Placeholders.ENVIRONMENT_PREFIX.length());
                Placeholders.requireName(placeholder, value.origin());
                placeholders.put(placeholder, value);
            } else if (name.startsWith(ConfigKey.ENVIRONMENT_PREFIX)) {
                requireKnown(name, value.origin());
            }
        });
        Map<ConfigKey<?>, SourcedText> values = new HashMap<>();
        for (ConfigKey<?> key : ConfigKey.all()) {
            for (String name : key.environmentNames()) {
                SourcedText value = variables.get(name);
                if (value != null && isSet(key, value)) {
                    values.putIfAbsent(key, value);
                }
            }
        }
        return new Layer(values, placeholders, true);
    }

    /**
     * An empty variable is how compose files and CI systems say "not set". Only for the URL it is an error: a secret
     * that was not delivered must not end in a fresh SQLite file and a success.
     */
    private static boolean isSet(ConfigKey<?> key, SourcedText value) {
        return !value.text().isEmpty() || key == ConfigKey.URL;
    }

    static boolean isNoSetting(String name) {
        return OTHERS.contains(name) || name.startsWith(TEST_PREFIX);
    }

    private static void requireKnown(String name, Origin origin) {
        if (isNoSetting(name)) {
            return;
        }
        List<String> known = new ArrayList<>();
        for (ConfigKey<?> key : ConfigKey.all()) {
            known.addAll(key.environmentNames());
        }
        if (!known.contains(name)) {
            throw NearestName.unknown(name, origin, known, origin.source() == Origin.Source.ENVIRONMENT);
        }
    }
}
