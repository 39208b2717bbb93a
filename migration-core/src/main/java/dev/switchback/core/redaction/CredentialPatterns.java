package dev.switchback.core.redaction;

import java.util.regex.Pattern;

/**
 * Masks what looks like a password in a text, for the connections of an application, whose password we do not know.
 * Drivers take the user in front of a host for a part of the host's name or port, and print it.
 *
 * <p>Errors quote whole statements, with literals of any length: so every pattern begins where a line or a word does, and
 * settles for the first place that can be the beginning of a secret. One that tried again at every character would take
 * minutes.
 */
final class CredentialPatterns {

    /** {@code //user:password@host}: up to the last {@code @} of the line, for passwords have them too. */
    private static final Pattern USER_INFO =
            Pattern.compile("(?<![^\\r\\n])(?>([^\\r\\n]*?//)[^/@:\\s]*+:)[^\\r\\n]*@");
    /** {@code user:password@host} without the slashes, as java.net has it in its errors; a bracket before it stays. */
    private static final Pattern HOST_WITH_USER =
            Pattern.compile("(?<![^\\s'\"*])((?:[^\\s'\"*:]*\\()?+)[^\\s'\"(*:]*+:[^\\s'\"*]*@(?=\\S)");
    /** {@code password@host}, what is left when a driver has cut at the colon. */
    private static final Pattern CUT_AT_COLON = Pattern.compile("(?<=: )[^\\s'\":]+@(?=\\S)");

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?<![\\w.-])(?=[\\w.-]*?(?:password|passwd|passphrase|secret|token))[\\w.-]*+\\s*+=\\s*+)[^\\s&;,)]+");

    private CredentialPatterns() {}

    static String mask(String text) {
        String masked = USER_INFO.matcher(text).replaceAll("$1" + SecretRedaction.MASK + "@");
        masked = HOST_WITH_USER.matcher(masked).replaceAll("$1" + SecretRedaction.MASK + "@");
        masked = CUT_AT_COLON.matcher(masked).replaceAll(SecretRedaction.MASK + "@");
        return PARAMETER.matcher(masked).replaceAll("$1" + SecretRedaction.MASK);
    }
}
