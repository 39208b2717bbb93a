package dev.switchback.cli.render;

import dev.switchback.cli.terminal.ColorMode;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Terminal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How output looks on the two streams.
 *
 * @param width columns that tables may take
 * @param unicode whether signs outside ASCII arrive
 * @param outColor whether the answer is coloured
 * @param errColor whether progress and errors are
 * @param quiet whether progress and warnings are left out
 * @param zone the zone of times in text; empty for UTC
 * @param piped whether the answer goes to a file or another program
 */
public record Look(
        int width,
        boolean unicode,
        boolean outColor,
        boolean errColor,
        boolean quiet,
        Optional<ZoneId> zone,
        boolean piped) {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    /**
     * What the options and the environment ask for.
     *
     * @param color when to colour
     * @param ascii whether signs outside ASCII are unwanted; the variable {@code SWITCHBACK_ASCII} says so too
     * @param quiet whether progress and warnings are left out
     * @param environment the environment; {@code COLUMNS} sets the width
     * @param terminal the terminal
     * @return the look
     */
    public static Look of(ColorMode color, boolean ascii, boolean quiet, Environment environment, Terminal terminal) {
        return new Look(
                environment.variable("COLUMNS").map(Look::columns).orElse(USUAL_WIDTH),
                !ascii && !environment.flag("SWITCHBACK_ASCII") && terminal.canShow(Mark.signs()),
                color.isOn(environment, terminal.outIsTerminal()),
                color.isOn(environment, terminal.errIsTerminal()),
                quiet,
                Optional.empty(),
                !terminal.outIsTerminal());
    }

    /**
     * The same with times as in another zone.
     *
     * @param other the zone
     */
    public Look in(ZoneId other) {
        return new Look(width, unicode, outColor, errColor, quiet, Optional.of(other), piped);
    }

    private static int columns(String text) {
        return text.matches("[0-9]{1,4}") ? Math.max(LEAST_WIDTH, Integer.parseInt(text)) : USUAL_WIDTH;
    }

    /** An empty page. */
    public Page page() {
        return new Page(width, unicode, zone, piped);
    }
}
