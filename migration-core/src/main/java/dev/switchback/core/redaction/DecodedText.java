package dev.switchback.core.redaction;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

/**
 * A text with its percent-encoding undone, which remembers where every character came from. Whoever wrote the text may
 * have encoded much or little of it, in upper or lower case; and a plus sign may stand for a space.
 */
final class DecodedText {

    private final StringBuilder characters = new StringBuilder();
    /** For each character, where it begins in the original. */
    private final int[] starts;

    private DecodedText(String original) {
        this.starts = new int[original.length() + 1];
    }

    /** Whether decoding can make a difference. */
    static boolean concerns(String text) {
        return text.indexOf('%') >= 0 || text.indexOf('+') >= 0;
    }

    static DecodedText of(String original, boolean plusIsSpace) {
        DecodedText decoded = new DecodedText(original);
        int at = 0;
        while (at < original.length()) {
            int octets = octets(original, at);
            if (octets == 0) {
                char c = original.charAt(at);
                decoded.add(c == '+' && plusIsSpace ? ' ' : c, at);
                at++;
            } else {
                at = decoded.addEncoded(original, at, octets);
            }
        }
        decoded.starts[decoded.characters.length()] = original.length();
        return decoded;
    }

    private void add(char c, int start) {
        starts[characters.length()] = start;
        characters.append(c);
    }

    /** One character, of as many octets as its first one says; whatever is not UTF-8 is one character an octet. */
    private int addEncoded(String original, int start, int octets) {
        byte[] bytes = new byte[octets];
        for (int i = 0; i < octets; i++) {
            bytes[i] = (byte) octet(original, start + 3 * i);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i), start);
        }
        return start + 3 * octets;
    }

    /** How many encoded octets of one character begin here; 0 if there is none. */
    private static int octets(String text, int at) {
        int first = octet(text, at);
        if (first < 0) {
            return 0;
        }
        int wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
        for (int i = 1; i < wanted; i++) {
            int octet = octet(text, at + 3 * i);
            if (octet < 0x80 || octet > 0xbf) {
                return 1;
            }
        }
        return wanted;
    }

    private static int octet(String text, int at) {
        boolean encoded = at + 2 < text.length()
                && text.charAt(at) == '%'
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
        return encoded ? HexFormat.fromHexDigits(text, at + 1, at + 3) : -1;
    }

    CharSequence characters() {
        return characters;
    }

    /** Carries marks on decoded characters over to the original. */
    void mark(BitSet found, BitSet original) {
        for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
            original.set(starts[i], Math.max(starts[i] + 1, starts[i + 1]));
        }
    }
}
