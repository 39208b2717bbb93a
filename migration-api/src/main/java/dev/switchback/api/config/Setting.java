package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A value with its origin. */
record Setting<T>(ConfigKey<T> key, T value, Origin origin) {
    static <T> Setting<T> ofDefault(ConfigKey<T> key, Path baseDir) {
        return explained(key, Origin.DEFAULT, () -> key.defaultValue(baseDir));
    }

    static <T> Setting<T> parse(ConfigKey<T> key, SourcedText given, Path baseDir) {
        // the spaces around a password may be meant
        String text = key.isSecret() ? given.text() : given.text().strip();
        return explained(key, given.origin(), () -> key.parse(text, baseDir));
    }

    private static <T> Setting<T> explained(ConfigKey<T> key, Origin origin, Supplier<T> value) {
        try {
            return new Setting<>(key, value.get(), origin);
        } catch (MalformedValueException e) {
            String where = origin.equals(Origin.EXPLICIT) ? "" : origin + ": ";
            throw new ConfigurationException(key.name(), where + e.reason(), e.next());
        }
    }

    SettingDescription describe() {
        return new SettingDescription(key.name(), key.shown(value), origin);
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
