package dev.switchback.docs.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;

/**
 * A random password that no text contains by chance: every four of its characters in a row have two in a row that no word
 * has.
 *
 * @param text the password
 */
record Canary(String text) {

    private static final String RARE = "XQZJ";
    private static final int PIECES = 7;

    /** One with special characters of the caller's choice. */
    static Canary of(Random random, String special) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PIECES; i++) {
            text.append(RARE.charAt(random.nextInt(RARE.length())))
                    .append(RARE.charAt(random.nextInt(RARE.length())))
                    .append(special.charAt(random.nextInt(special.length())));
        }
        return new Canary(text.toString());
    }

    /** Percent-encoded as RFC 3986 wants it in a URL; every character but letters. */
    String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            encoded.append(
                    Character.isLetter(c) && c < 128
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().toHexDigits(octet));
        }
        return encoded.toString();
    }

    /** Fails if four of its characters stand in a row anywhere, in whatever case, percent-encoded or not. */
    void assertNotIn(String output, String where) {
        String plain = output.toLowerCase(Locale.ROOT);
        String decoded = decoded(plain);
        String secret = text.toLowerCase(Locale.ROOT);
        for (int at = 0; at + 4 <= secret.length(); at++) {
            String part = secret.substring(at, at + 4);
            assertThat(plain.contains(part) || decoded.contains(part))
                    .as(() -> "'" + part + "' of " + text + " in " + where + ":\n" + output)
                    .isFalse();
        }
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); at++) {
            boolean encoded = text.charAt(at) == '%'
                    && at + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(at + 1))
                    && HexFormat.isHexDigit(text.charAt(at + 2));
            if (encoded) {
                bytes.write(HexFormat.fromHexDigits(text, at + 1, at + 3));
                at += 2;
            } else {
                bytes.writeBytes(String.valueOf(text.charAt(at)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
