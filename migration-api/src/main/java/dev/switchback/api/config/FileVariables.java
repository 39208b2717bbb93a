package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Variables that name a file in which the value is, as Docker and Kubernetes hand out secrets: {@code NAME_FILE} beside
 * {@code NAME}, for the settings that can hold a password.
 */
final class FileVariables {

    private static final String SUFFIX = "_FILE";
    private static final List<ConfigKey<?>> KEYS =
            List.of(ConfigKey.URL, ConfigKey.DIRECT_URL, ConfigKey.PASSWORD, ConfigKey.SCRATCH_URL);

    private FileVariables() {}

    /** The same variables, with the contents of the files under the names without the suffix. */
    static Map<String, SourcedText> resolve(Map<String, SourcedText> variables, Path baseDir) {
        Map<String, SourcedText> resolved = new TreeMap<>(variables);
        for (ConfigKey<?> key : KEYS) {
            for (String name : key.environmentNames()) {
                SourcedText file = resolved.remove(name + SUFFIX);
                if (file != null && !file.text().isEmpty()) {
                    if (resolved.containsKey(name)) {
                        throw new ConfigurationException(
                                key.name(),
                                "both " + name + " and " + name + SUFFIX + " are set (" + file.origin() + ")",
                                "set one of the two");
                    }
                    resolved.put(name, new SourcedText(read(key, file, baseDir), file.origin()));
                }
            }
        }
        return resolved;
    }

    /** The text of a file, without the line end that editors put at its end. */
    static String read(ConfigKey<?> key, SourcedText file, Path baseDir) {
        Path path;
        try {
            path = baseDir.resolve(file.text());
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    key.name(), "the name of its file is not a path (" + file.origin() + ")", "name a file");
        }
        String text = SettingsFile.read(path)
                .orElseThrow(() -> new ConfigurationException(
                        key.name(),
                        "there is no file " + path + " (" + file.origin() + ")",
                        "create it, or name another file"));
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
