package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Reads a properties file as {@link Properties} does (escapes, continued lines), but one entry at a time: so every
 * setting knows its line, and a name that is unknown or given twice is an error.
 */
final class PropertiesLayer {
    private final Path file;
    private final String name;
    private final Origin.Source source;
    private final Map<ConfigKey<?>, SourcedText> values = new HashMap<>();
    private final Map<String, SourcedText> placeholders = new HashMap<>();

    private PropertiesLayer(Path file, Origin.Source source) {
        this.file = file;
        // two files have the same name
        this.name = String.valueOf(source == Origin.Source.USER_FILE ? file : file.getFileName());
        this.source = source;
    }

    static Optional<Layer> read(Path file, Origin.Source source) {
        return SettingsFile.read(file).map(text -> new PropertiesLayer(file, source).parse(text));
    }

    private Layer parse(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripLeading();
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != '!') {
                int first = i;
                StringBuilder entry = new StringBuilder(line);
                while (continues(lines.get(i)) && i + 1 < lines.size()) {
                    entry.append('\n').append(lines.get(++i));
                }
                add(entry.toString(), first + 1);
            }
        }
        return new Layer(values, placeholders, false);
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void add(String entry, int line) {
        if (!hasSeparator(entry)) {
            throw SettingsFile.problem(file, "line " + line + " is not of the form name=value", "write name=value");
        }
        Properties one = new Properties();
        try {
            one.load(new StringReader(entry));
        } catch (IllegalArgumentException e) {
            throw SettingsFile.problem(
                    file, "line " + line + " has a malformed \\u escape", "write a backslash as \\\\");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : one.stringPropertyNames()) {
            put(key, new SourcedText(one.getProperty(key), new Origin(source, name + " line " + line)));
        }
    }

    /** Without this, a password on a line of its own would be taken for a name, and be shown. */
    private static boolean hasSeparator(String entry) {
        for (int at = 0; at < entry.length(); at++) {
            char c = entry.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '=' || c == ':') {
                return true;
            } else if (Character.isWhitespace(c)) {
                String rest = entry.substring(at).stripLeading();
                return rest.startsWith("=") || rest.startsWith(":");
            }
        }
        return false;
    }

    private void put(String key, SourcedText value) {
        Optional<ConfigKey<?>> known = ConfigKey.named(key);
        if (known.isPresent()) {
            requireFirst(values.putIfAbsent(known.get(), value) == null, key, value);
        } else if (key.startsWith(Placeholders.PREFIX)) {
            String placeholder = key.substring(Placeholders.PREFIX.length());
            Placeholders.requireName(placeholder, value.origin());
            requireFirst(placeholders.putIfAbsent(placeholder, value) == null, key, value);
        } else {
            List<String> names = Stream.concat(
                            ConfigKey.all().stream().map(ConfigKey::name), Stream.of(Placeholders.PREFIX + "<name>"))
                    .toList();
            throw NearestName.unknown(key, value.origin(), names, false);
        }
    }

    private static void requireFirst(boolean isFirst, String key, SourcedText value) {
        if (!isFirst) {
            throw new ConfigurationException(
                    key, "the setting is given a second time (" + value.origin() + ")", "keep one of the two");
        }
    }
}
