package dev.switchback.cli.answer;

import java.util.regex.Pattern;

/**
 * The last line of defence for secrets in error texts. Errors of the API carry none; but arguments that were mistyped
 * are quoted in messages, and one of them may be a database URL.
 */
public final class Redaction {

    /** Tried once a word, with its first {@code ://}: a word can be a literal of any length, which an error quotes. */
    private static final Pattern URL_WITH_USER = Pattern.compile("(?<!\\S)(?>\\S+?://)\\S*@\\S*");

    private static final Pattern PASSWORD = Pattern.compile("(?i)(password|pwd|secret)=[^\\s&;]+");

    private Redaction() {}

    /**
     * Takes out what looks like a secret.
     *
     * @param text a message
     * @return the message, with URLs that have a user in them, and values of passwords, replaced
     */
    public static String apply(String text) {
        String withoutUrls = URL_WITH_USER.matcher(text).replaceAll("(a URL, not shown)");
        return PASSWORD.matcher(withoutUrls).replaceAll("$1=***");
    }
}
