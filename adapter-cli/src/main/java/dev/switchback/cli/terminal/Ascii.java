package dev.switchback.cli.terminal;

import java.util.Map;

/** Text for terminals, and for readers, that know ASCII only. */
final class Ascii {

    private static final Map<Integer, String> SPELLED =
            Map.of((int) '…', "...", (int) '→', "->", (int) '–', "-", (int) '—', "-", (int) '✓', "*", (int) '•', ".");

    private Ascii() {}

    /** The same text: our own signs in words, everything else outside ASCII as a question mark. */
    static String of(String text) {
        if (text.chars().allMatch(c -> c < 0x7f)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.append(c < 0x7f ? Character.toString(c) : SPELLED.getOrDefault(c, "?")));
        return ascii.toString();
    }
}
