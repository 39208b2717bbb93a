package dev.switchback.api.error;

import java.util.Objects;

/** A setting is missing, malformed or contradicts another. Thrown before any connection is opened; the user mends it. */
public final class ConfigurationException extends SwitchbackException {

    private final String key;

    /**
     * Creates the error.
     *
     * @param key the name of the setting, as in {@code switchback.properties}
     * @param reason what is wrong with it, without its value if that can hold a secret
     * @param nextStep what to do
     */
    public ConfigurationException(String key, String reason, String nextStep) {
        super(
                ErrorCode.CONFIG,
                DatabaseState.UNCHANGED,
                Objects.requireNonNull(key, "key") + ": " + reason,
                nextStep,
                null);
        this.key = key;
    }

    /** The name of the setting. */
    public String key() {
        return key;
    }
}
