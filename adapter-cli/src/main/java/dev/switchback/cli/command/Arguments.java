package dev.switchback.cli.command;

import dev.switchback.cli.terminal.ColorMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What was given on the command line, wherever it stood. Immutable. */
public final class Arguments {

    private final ParseResult root;
    private final ParseResult command;

    Arguments(ParseResult root, ParseResult command) {
        this.root = root;
        this.command = command;
    }

    /**
     * The value of an option.
     *
     * @param name its name
     * @return the value, if the option was given; what stands after the command wins
     */
    Optional<String> option(String name) {
        return Optional.<String>ofNullable(command.matchedOptionValue(name, null))
                .or(() -> Optional.ofNullable(root.matchedOptionValue(name, null)));
    }

    /**
     * The values of an option that can be repeated.
     *
     * @param name its name
     * @return the values, empty if it was not given
     */
    List<String> options(String name) {
        List<String> none = List.of();
        List<String> after = command.matchedOptionValue(name, none);
        return List.copyOf(after.isEmpty() ? root.matchedOptionValue(name, none) : after);
    }

    /**
     * Whether a flag was given.
     *
     * @param name its name
     * @return whether it was
     */
    boolean flag(String name) {
        return command.hasMatchedOption(name) || root.hasMatchedOption(name);
    }

    /**
     * A parameter.
     *
     * @param index its place, from 0
     * @return its value, if it was given
     */
    Optional<String> parameter(int index) {
        return Optional.ofNullable(command.matchedPositionalValue(index, null));
    }

    /** All parameters, in order. */
    List<String> parameters() {
        List<String> none = List.of();
        return List.copyOf(command.matchedPositionalValue(0, none));
    }

    /**
     * What help was asked about: the parameter of the help command, or the command that {@code --help} was given to.
     *
     * @param help the name of the help command
     * @return the name of a command
     */
    Optional<String> helpTopic(String help) {
        if (command == root) {
            return Optional.empty();
        }
        String name = command.commandSpec().name();
        return name.equals(help) ? parameter(0) : Optional.of(name);
    }

    /**
     * In which form the answer is wanted.
     *
     * @param usual the form if none is asked for
     */
    public OutputForm output(OutputForm usual) {
        if (flag(GlobalOptions.JSON)) {
            return OutputForm.JSON;
        }
        return option(GlobalOptions.OUTPUT).map(OutputForm::named).orElse(usual);
    }

    /** Whether more is to be told. */
    public boolean verbose() {
        return flag(GlobalOptions.VERBOSE);
    }

    /** Whether signs outside ASCII are unwanted. */
    public boolean ascii() {
        return flag(GlobalOptions.ASCII);
    }

    /** Whether times are to be shown as clocks here show them. */
    public boolean localTime() {
        return flag(GlobalOptions.LOCAL_TIME);
    }

    /** Whether progress and warnings are left out. */
    public boolean quiet() {
        return flag(GlobalOptions.QUIET);
    }

    /** Whether stack traces are shown. */
    public boolean debug() {
        return flag(GlobalOptions.DEBUG);
    }

    /** When to colour. */
    public ColorMode color() {
        if (flag(GlobalOptions.NO_COLOR)) {
            return ColorMode.NEVER;
        }
        return option(GlobalOptions.COLOR).map(Arguments::colorMode).orElse(ColorMode.AUTO);
    }

    private static ColorMode colorMode(String text) {
        try {
            return ColorMode.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw CommandRejectedException.usage("--color takes auto, always or never", "see: switchback help");
        }
    }
}
