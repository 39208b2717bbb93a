package dev.switchback.api.config;

/**
 * What the parsers of this package throw; it becomes a {@code ConfigurationException} as soon as the key is known.
 * Neither text repeats any part of a URL or of a secret, and there is never a cause, because the JDK's parsers put
 * their whole input into their messages.
 */
final class MalformedValueException extends RuntimeException {
    private final String reason;
    private final String next;

    MalformedValueException(String reason, String next) {
        super(reason);
        this.reason = reason;
        this.next = next;
    }

    String reason() {
        return reason;
    }

    String next() {
        return next;
    }
}
