package dev.switchback.cli.terminal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of text, before it is known whether they are coloured. Not thread-safe. */
public final class Page {

    private final int width;
    private final boolean unicode;
    private final Optional<ZoneId> zone;
    private final List<Line> lines = new ArrayList<>();

    /**
     * An empty page.
     *
     * @param width how many columns tables may take
     * @param unicode whether signs outside ASCII can be printed
     */
    public Page(int width, boolean unicode) {
        this(width, unicode, Optional.empty());
    }

    /**
     * An empty page with times as in a zone.
     *
     * @param width how many columns tables may take
     * @param unicode whether signs outside ASCII can be printed
     * @param zone the zone of times; empty for UTC
     */
    public Page(int width, boolean unicode, Optional<ZoneId> zone) {
        this.width = width;
        this.unicode = unicode;
        this.zone = zone;
    }

    /** The zone of times; empty for UTC. */
    public Optional<ZoneId> zone() {
        return zone;
    }

    /** Begins a line. */
    public Line line() {
        Line line = new Line(unicode);
        lines.add(line);
        return line;
    }

    /**
     * Adds a plain line.
     *
     * @param text the text
     */
    public void line(String text) {
        line().add(text);
    }

    /**
     * Adds a line that stands out.
     *
     * @param style how
     * @param text the text
     */
    public void line(Style style, String text) {
        line().add(style, text);
    }

    /** Adds an empty line. */
    public void blank() {
        line();
    }

    /**
     * Adds text of several lines.
     *
     * @param first what stands before the first line
     * @param rest what stands before the others
     * @param text the text
     */
    public void paragraph(String first, String rest, String text) {
        String indent = first;
        for (String part : text.lines().toList()) {
            line().add(indent).add(part);
            indent = rest;
        }
    }

    /**
     * Adds lines whose ends matter too: a space there may be a part of a value.
     *
     * @param text the text
     */
    public void exactly(String text) {
        text.lines().forEach(part -> line().exact().add(part));
    }

    /**
     * Adds a table, as wide as the page at most.
     *
     * @param table the table
     */
    public void table(Table table) {
        table.layOut(this, width, unicode);
    }

    /**
     * The text.
     *
     * @param color whether to colour it
     * @return all lines, each ended by a line feed
     */
    public String render(boolean color) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String rendered = line.render(color);
            text.append(unicode ? rendered : Ascii.of(rendered)).append('\n');
        }
        return text.toString();
    }
}
