package dev.switchback.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** One line of output, put together from the left. Not thread-safe. */
public final class Line {

    private final boolean unicode;
    private final List<Span> spans = new ArrayList<>();
    private int width;
    private boolean exact;

    Line(boolean unicode) {
        this.unicode = unicode;
    }

    /**
     * Adds plain text.
     *
     * @param text the text
     * @return this
     */
    public Line add(String text) {
        return add(Span.of(text));
    }

    /**
     * Adds text that stands out.
     *
     * @param style how
     * @param text the text
     * @return this
     */
    public Line add(Style style, String text) {
        return add(new Span(style, text));
    }

    /**
     * Adds a sign.
     *
     * @param mark which
     * @return this
     */
    public Line add(Mark mark) {
        return add(mark.span(unicode));
    }

    /**
     * Adds a span.
     *
     * @param span the span
     * @return this
     */
    public Line add(Span span) {
        spans.add(span);
        width += span.width();
        return this;
    }

    /**
     * Goes on at a column.
     *
     * @param column how many columns come before it
     * @return this
     */
    public Line column(int column) {
        return add(" ".repeat(Math.max(0, column - width)));
    }

    /** Keeps the blanks at its end. */
    Line exact() {
        exact = true;
        return this;
    }

    String render(boolean color) {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(color ? span.style().apply(span.text()) : span.text());
        }
        return color || exact ? text.toString() : text.toString().stripTrailing();
    }
}
