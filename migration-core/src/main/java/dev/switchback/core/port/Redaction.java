package dev.switchback.core.port;

/** Keeps the secrets of the configuration out of everything that is told. Immutable and thread-safe. */
public interface Redaction {

    /**
     * Masks every secret in a text, and every part of one.
     *
     * @param text the text, for example what a database says
     * @return the text without secrets
     */
    String clean(String text);

    /**
     * Masks secrets only where they stand whole: for SQL that is shown to be read, in which a name may have a part in
     * common with a password.
     *
     * @param text the text, as it was written and not cut by anybody
     * @return the text without whole secrets
     */
    String cleanWhole(String text);

    /**
     * Makes an error fit to be a cause: itself if no secret is in it, else a copy without the secrets.
     *
     * @param error the error
     * @return an error whose whole chain is free of secrets
     */
    Throwable clean(Throwable error);
}
