package dev.switchback.api.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not be seen: a password. Only {@link #reveal()} gives it away; {@link #toString()} is a mask of
 * constant length, so that a secret may end up in a log line or in an exception without harm. Immutable.
 */
public final class Secret {
    static final String MASK = "****";

    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /**
     * Wraps a text.
     *
     * @param value the text to hide; the empty text is a password too
     * @return the secret
     */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /**
     * The text itself, for the driver only.
     *
     * @return what {@link #of(String)} was given
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
