package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The family of settings whose names are the user's own. */
final class Placeholders {
    static final String PREFIX = "placeholders.";
    static final String ENVIRONMENT_PREFIX = ConfigKey.ENVIRONMENT_PREFIX + "PLACEHOLDER_";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private Placeholders() {}

    static void requireName(String name, Origin origin) {
        if (!NAME.matcher(name).matches()) {
            String where = origin.equals(Origin.EXPLICIT) ? "" : origin + ": ";
            throw new ConfigurationException(
                    "placeholders",
                    where + "the name of a placeholder is empty, too long or has an unusual character",
                    "use up to 64 letters, digits, dots, hyphens and underscores");
        }
    }

    /** Adds those of a weaker layer first; environment variables know only the capitals of a name. */
    static void merge(Layer layer, Map<String, SourcedText> into) {
        Map<String, SourcedText> before = new TreeMap<>(into);
        for (Map.Entry<String, SourcedText> placeholder : layer.placeholders().entrySet()) {
            String name = placeholder.getKey();
            into.put(layer.isEnvironment() ? known(before, name) : name, placeholder.getValue());
        }
    }

    /** Scripts name placeholders without regard to case, so that only one of two such values could be used. */
    static void requireDistinct(Map<String, SourcedText> placeholders) {
        Map<String, Map.Entry<String, SourcedText>> seen = new HashMap<>();
        for (Map.Entry<String, SourcedText> placeholder : placeholders.entrySet()) {
            Map.Entry<String, SourcedText> other = seen.put(Texts.lower(placeholder.getKey()), placeholder);
            if (other != null) {
                throw new ConfigurationException(
                        "placeholders",
                        told(other) + " and " + told(placeholder)
                                + " differ in upper and lower case only, which scripts do not tell apart",
                        "keep one of the two, or give one another name");
            }
        }
    }

    private static String told(Map.Entry<String, SourcedText> placeholder) {
        return placeholder.getKey() + " (" + placeholder.getValue().origin() + ")";
    }

    private static String known(Map<String, SourcedText> before, String capitals) {
        return before.keySet().stream()
                .filter(name -> ConfigKey.environmentForm(name).equals(Texts.upper(capitals)))
                .findFirst()
                .orElseGet(() -> Texts.lower(capitals));
    }
}
