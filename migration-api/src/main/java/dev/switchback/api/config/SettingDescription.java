package dev.switchback.api.config;

import java.util.Objects;

/**
 * One line of {@code config --origin}.
 *
 * @param key the name of the setting
 * @param value what it is set to, masked if it is a secret and a URL without its password
 * @param origin where it was set
 */
public record SettingDescription(String key, String value, Origin origin) {
    /** Refuses nulls. */
    public SettingDescription {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }

    /** {@code lock.timeout = 60s (default)}. */
    @Override
    public String toString() {
        return key + " = " + value + " (" + origin + ")";
    }
}
