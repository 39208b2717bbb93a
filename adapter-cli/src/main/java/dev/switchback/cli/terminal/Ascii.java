package dev.switchback.cli.terminal;

import java.util.Map;

/** Our own signs for terminals, and for readers, that know ASCII only. */
final class Ascii {

    private static final Map<Integer, String> SPELLED =
            Map.of((int) '…', "...", (int) '→', "->", (int) '–', "-", (int) '—', "-", (int) '✓', "*", (int) '•', ".");

    private Ascii() {}

    /** The same text with our own signs in words. Letters stay: another name is another file. */
    static String of(String text) {
        if (text.chars().allMatch(c -> c < 0x7f)) {
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.append(SPELLED.getOrDefault(c, Character.toString(c))));
        return ascii.toString();
    }
}
