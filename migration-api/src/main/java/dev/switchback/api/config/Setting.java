package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;

/** A value with its origin. */
record Setting<T>(ConfigKey<T> key, T value, Origin origin) {
    static <T> Setting<T> ofDefault(ConfigKey<T> key, Path baseDir) {
        try {
            return new Setting<>(key, key.defaultValue(baseDir), Origin.DEFAULT);
        } catch (MalformedValueException e) {
            throw explained(key, Origin.DEFAULT, e);
        }
    }

    static <T> Setting<T> parse(ConfigKey<T> key, SourcedText given, Path baseDir) {
        // the spaces around a password may be meant
        String text = key.isSecret() ? given.text() : given.text().strip();
        try {
            return new Setting<>(key, key.parse(text, baseDir), given.origin());
        } catch (MalformedValueException e) {
            throw explained(key, given.origin(), e);
        }
    }

    private static ConfigurationException explained(ConfigKey<?> key, Origin origin, MalformedValueException reason) {
        String where = origin.equals(Origin.EXPLICIT) ? "" : origin + ": ";
        return new ConfigurationException(key.name(), where + reason.reason(), reason.next());
    }

    SettingDescription describe() {
        return new SettingDescription(key.name(), key.shown(value), origin);
    }

    @Override
    public String toString() {
        return describe().toString();
    }
}
