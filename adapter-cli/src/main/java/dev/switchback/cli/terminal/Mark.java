package dev.switchback.cli.terminal;

/** The one-column sign in front of a line; the word that it stands for is always on the line too. */
public enum Mark {
    /** Done. */
    DONE("✓", "*", Style.GOOD),
    /** Waits to be run. */
    WAITING("•", ".", Style.WARN),
    /** Failed or wrong. */
    WRONG("✗", "x", Style.BAD),
    /** Not as it was. */
    ODD("!", "!", Style.WARN),
    /** Nothing to do with it. */
    NONE("-", "-", Style.FAINT);

    private final String sign;
    private final String ascii;
    private final Style style;

    Mark(String sign, String ascii, Style style) {
        this.sign = sign;
        this.ascii = ascii;
        this.style = style;
    }

    /** The style of what it marks. */
    public Style style() {
        return style;
    }

    /** All signs outside ASCII, to ask whether they can be printed. */
    public static String signs() {
        return DONE.sign + WAITING.sign + WRONG.sign + "\u2026";
    }

    Span span(boolean unicode) {
        return new Span(style, unicode ? sign : ascii);
    }
}
