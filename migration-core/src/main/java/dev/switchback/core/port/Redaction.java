package dev.switchback.core.port;

/** Keeps the secrets of the configuration out of everything that is told. Immutable and thread-safe. */
public interface Redaction {

    /**
     * Masks every secret in a text.
     *
     * @param text the text
     * @return the text without secrets
     */
    String clean(String text);

    /**
     * Makes an error fit to be a cause: itself if no secret is in it, else a copy without the secrets.
     *
     * @param error the error
     * @return an error whose whole chain is free of secrets
     */
    Throwable clean(Throwable error);
}
