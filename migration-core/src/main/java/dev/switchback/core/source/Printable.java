package dev.switchback.core.source;

/** Makes text from outside fit for a message: a file name may hold terminal sequences or turn the writing direction. */
final class Printable {
    private Printable() {}

    static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints().map(c -> isVisible(c) ? c : '?').forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
