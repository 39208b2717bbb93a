package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.ExitCode;
import dev.switchback.cli.answer.TextAnswer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code help}: all commands, or one. */
final class HelpCommand implements Command {

    private static final int COLUMN = 26;

    private final Provider<CommandTree> tree;

    @Inject
    HelpCommand(Provider<CommandTree> tree) {
        this.tree = tree;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Group group() {
        return Group.MORE;
    }

    @Override
    public CommandSpec spec() {
        return Specs.command(
                        "Explains a command, or lists all.",
                        "Also explains an exit code, by its number or its symbol.",
                        "switchback help upgrade",
                        "switchback help FAILED_PARTIAL",
                        "switchback help 7")
                .addPositional(Specs.optional("COMMAND", "The command or exit code to explain."));
    }

    @Override
    public Answer run(Arguments arguments) {
        CommandLine root = tree.get().build();
        Optional<String> about = arguments.helpTopic(name());
        if (about.isEmpty()) {
            return new TextAnswer("help", overview(root));
        }
        Optional<ExitCode> code = ExitCode.called(about.get());
        if (code.isPresent()) {
            return new TextAnswer("help", ErrorPage.of(code.get()));
        }
        CommandLine command = root.getSubcommands().get(about.get());
        if (command == null) {
            throw CommandRejectedException.usage(
                    "unknown command '" + about.get() + "'",
                    Synonyms.of(about.get())
                            .or(() -> nearest(about.get(), root).map(word -> "help " + word))
                            .map(word -> "did you mean: switchback " + word)
                            .orElse("see all commands with: switchback help"));
        }
        return new TextAnswer("help", command.getUsageMessage(Ansi.OFF).stripTrailing());
    }

    /** A command, or the symbol of an exit code. */
    private static Optional<String> nearest(String word, CommandLine root) {
        return Nearest.to(word, root.getSubcommands().keySet())
                .or(() -> Nearest.to(
                        word.toUpperCase(Locale.ROOT),
                        Arrays.stream(ExitCode.values()).map(Enum::name).toList()));
    }

    private String overview(CommandLine root) {
        StringBuilder text = new StringBuilder("""
                Schema migrations with Flyway or Liquibase: up, down, status, check.
                Talks to nothing but your database: no telemetry, no update check.

                Usage: switchback [OPTIONS] COMMAND [ARGUMENTS]
                """);
        Group group = null;
        for (Command command : tree.get().commands()) {
            if (command.group() != group) {
                group = command.group();
                text.append('\n').append(group.title()).append(":\n");
            }
            text.append(
                    line("  " + command.name(), command.spec().usageMessage().header()[0]));
        }
        text.append("\nOptions of every command, before or after its name:\n");
        for (OptionSpec option : root.getCommandSpec().options()) {
            text.append(line("  " + String.join(", ", option.names()) + label(option), option.description()[0]));
        }
        return text.append("\nMore: switchback help COMMAND, and about an exit code: switchback help CODE")
                .toString();
    }

    private static String label(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        // a value that may be left out is written behind an equals sign
        return option.paramLabel().startsWith("[") ? option.paramLabel() : " " + option.paramLabel();
    }

    private static String line(String left, String right) {
        return left + " ".repeat(Math.max(1, COLUMN - left.length())) + right + "\n";
    }
}
