package dev.switchback.cli.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns the parser's complaints into ours. Values are not repeated, because one of them may be a secret. */
final class UsageErrors {
    private static final Pattern OPTION_NAME = Pattern.compile("--[a-z][a-z-]*|-[a-zA-Z]");
    private static final Pattern WORD = Pattern.compile("[\\w.+-]{1,60}");
    private static final Pattern OPTION = Pattern.compile("option '(--?[a-zA-Z-]+)'");

    private UsageErrors() {}

    static CommandRejectedException explain(ParameterException error, Collection<String> commands) {
        CommandLine line = error.getCommandLine();
        String help = help(line);
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, line, commands, help);
        }
        if (error instanceof MissingParameterException missing) {
            return CommandRejectedException.usage(missing(missing.getMissing()), help);
        }
        if (error instanceof OverwrittenOptionException twice) {
            return CommandRejectedException.usage(label(twice.getOverwritten()) + " is given twice", help);
        }
        ArgSpec about = error.getArgSpec();
        if (error instanceof MaxValuesExceededException && about != null) {
            return CommandRejectedException.usage(label(about) + " has too many values", help);
        }
        return CommandRejectedException.usage(
                Optional.ofNullable(about)
                                .map(UsageErrors::label)
                                .or(() -> optionIn(error))
                                .orElse("the command line") + " is not used correctly",
                help);
    }

    private static CommandRejectedException unmatched(
            UnmatchedArgumentException error, CommandLine line, Collection<String> commands, String help) {
        String first = error.getUnmatched().get(0);
        if (first.startsWith("-")) {
            String name = first.split("=", 2)[0];
            return CommandRejectedException.usage(
                    "unknown option" + quoted(name, OPTION_NAME),
                    option(name, line).map(near -> "did you mean: " + near).orElse(help));
        }
        if (line.getParent() != null) {
            return CommandRejectedException.usage("unexpected argument" + quoted(first, WORD), help);
        }
        String next = Synonyms.of(first)
                .map(command -> "did you mean: switchback " + command)
                .or(() -> Nearest.to(first, commands).map(name -> "did you mean: switchback " + name))
                .orElse("see all commands with: switchback help");
        return CommandRejectedException.usage("unknown command" + quoted(first, WORD), next);
    }

    /** Only what cannot be a URL, nor a password glued to an option, is repeated. */
    private static String quoted(String word, Pattern harmless) {
        return harmless.matcher(word).matches() ? " '" + word + "'" : "";
    }

    /** The option that the parser names in its message, which may hold the value too. */
    private static Optional<String> optionIn(ParameterException error) {
        Matcher matcher = OPTION.matcher(String.valueOf(error.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The options that all commands share are hidden from their help, and so from the parser's own suggestions. */
    private static Optional<String> option(String name, CommandLine line) {
        if (!name.startsWith("--")) {
            // of one letter every other is near, and one of them is -y
            return Optional.empty();
        }
        return Synonyms.ofOption(name, line.getCommandSpec().optionsMap().keySet());
    }

    private static String missing(List<ArgSpec> missing) {
        ArgSpec first = missing.get(0);
        return label(first) + (first.isOption() && !first.required() ? " needs a value" : " is missing");
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String help(CommandLine line) {
        String command = line.getParent() == null ? "" : " " + line.getCommandName();
        return "see: switchback help" + command;
    }
}
