package dev.switchback.api.config;

/** Reads the URLs of one scheme. */
@FunctionalInterface
interface UrlParser {
    /**
     * Reads what follows the scheme and its colon.
     *
     * @throws MalformedValueException whose text repeats nothing of the input
     */
    UrlParts parse(String rest);
}
