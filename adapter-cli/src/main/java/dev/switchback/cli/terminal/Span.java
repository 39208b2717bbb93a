package dev.switchback.cli.terminal;

/**
 * A piece of text in one style. Control characters are taken out here, so that no name of a file, a table or a user can
 * move the cursor or change colours.
 *
 * @param style how it stands out
 * @param text what it says, on one line
 */
public record Span(Style style, String text) {
    /** Takes control characters out. */
    public Span {
        text = clean(text);
    }

    /**
     * Plain text.
     *
     * @param text the text
     * @return the span
     */
    public static Span of(String text) {
        return new Span(Style.PLAIN, text);
    }

    /** How many columns it takes. */
    public int width() {
        return text.codePointCount(0, text.length());
    }

    /**
     * The same, shortened to a number of columns.
     *
     * @param columns at least 1
     * @param ellipsis what marks the cut, one column wide
     * @return this if it fits
     */
    public Span fit(int columns, String ellipsis) {
        if (width() <= columns) {
            return this;
        }
        return new Span(style, text.substring(0, text.offsetByCodePoints(0, columns - 1)) + ellipsis);
    }

    private static String clean(String text) {
        if (text.codePoints().allMatch(Span::isVisible)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().map(c -> c == '\n' ? ' ' : c).filter(Span::isVisible).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isVisible(int codePoint) {
        if (codePoint == '\t') {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
