package dev.switchback.cli.terminal;

/** How a piece of text stands out. Never the only carrier of information: there is always a word beside it. */
public enum Style {
    /** Like everything else. */
    PLAIN(""),
    /** Done, as it should be. */
    GOOD("32"),
    /** Waiting, or worth a look. */
    WARN("33"),
    /** Wrong. */
    BAD("31"),
    /** A name or a heading. */
    STRONG("1"),
    /** Less important. */
    FAINT("2");

    private static final String ESCAPE = "\u001b[";

    private final String codes;

    Style(String codes) {
        this.codes = codes;
    }

    String apply(String text) {
        return codes.isEmpty() || text.isEmpty() ? text : ESCAPE + codes + "m" + text + ESCAPE + "0m";
    }
}
