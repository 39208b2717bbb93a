package dev.switchback.cli.terminal;

/** When to colour. */
public enum ColorMode {
    /** On a terminal, unless the environment says otherwise. */
    AUTO,
    /** In any case. */
    ALWAYS,
    /** In no case. */
    NEVER;

    /**
     * Decides for one stream. Order: this mode, {@code NO_COLOR} (not empty, <a
     * href="https://no-color.org">no-color.org</a>), {@code CLICOLOR_FORCE} or {@code FORCE_COLOR} (not {@code 0}),
     * {@code CLICOLOR=0} (<a href="https://bixense.com/clicolors/">clicolors</a>), {@code TERM=dumb}, and at last whether
     * the stream is a terminal.
     *
     * @param environment the environment
     * @param terminal whether the stream is a terminal
     * @return whether to colour it
     */
    public boolean isOn(Environment environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> auto(environment, terminal);
        };
    }

    private static boolean auto(Environment environment, boolean terminal) {
        if (environment.variable("NO_COLOR").isPresent()) {
            return false;
        }
        if (forced(environment, "CLICOLOR_FORCE") || forced(environment, "FORCE_COLOR")) {
            return true;
        }
        boolean off = environment.variable("CLICOLOR").filter("0"::equals).isPresent()
                || environment.variable("TERM").filter("dumb"::equals).isPresent();
        return terminal && !off;
    }

    private static boolean forced(Environment environment, String name) {
        return environment.variable(name).filter(value -> !value.equals("0")).isPresent();
    }
}
