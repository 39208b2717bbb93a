package dev.switchback.cli.command;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Knows all commands, and finds the one that a command line asks for. */
public final class CommandTree {

    static final String PROGRAM = "switchback";
    private static final String VERSION = "--version";
    private static final String SHORT_VERSION = "-V";

    private final Map<String, Provider<Command>> commands;

    /**
     * Takes the commands; makes none.
     *
     * @param commands all of them, by name
     */
    @Inject
    public CommandTree(Map<String, Provider<Command>> commands) {
        this.commands = commands;
    }

    /**
     * A command with what it was given.
     *
     * @param command the command
     * @param arguments what it was given
     */
    public record Selected(Command command, Arguments arguments) {}

    /**
     * Reads a command line.
     *
     * @param args the arguments of the process
     * @return the command that it asks for; {@code --help} and {@code --version} are the commands of these names
     * @throws CommandRejectedException if it makes no sense
     */
    public Selected select(String... args) {
        CommandLine line = build(asked(args));
        ParseResult root;
        try {
            root = line.parseArgs(withValues(args));
        } catch (ParameterException e) {
            throw UsageErrors.explain(e, commands().stream().map(Command::name).toList());
        }
        ParseResult sub = root.hasSubcommand() ? root.subcommand() : root;
        if (root.isUsageHelpRequested() || sub.isUsageHelpRequested()) {
            return named("help", root, sub);
        }
        if (root.hasMatchedOption(SHORT_VERSION) || sub.hasMatchedOption(SHORT_VERSION)) {
            return named("version", root, sub);
        }
        if (!root.hasSubcommand()) {
            throw CommandRejectedException.usage("no command given", "see all commands with: switchback help");
        }
        return named(sub.commandSpec().name(), root, sub);
    }

    /** An option whose value may be left out gets it here; the parser would take the next word for it. */
    private static String[] withValues(String... args) {
        String[] words = args.clone();
        for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
            String usual = GlobalOptions.USUAL_VALUES.get(words[i]);
            if (usual != null) {
                words[i] += "=" + usual;
            }
        }
        return words;
    }

    private Selected named(String name, ParseResult root, ParseResult sub) {
        Provider<Command> command = commands.get(name);
        if (command == null) {
            throw new IllegalStateException("no command is named " + name);
        }
        return new Selected(command.get(), new Arguments(root, sub));
    }

    /** All commands, in the order of the help page. */
    List<Command> commands() {
        return commands.values().stream()
                .map(Provider::get)
                .sorted(Comparator.comparing(Command::group).thenComparing(Command::name))
                .toList();
    }

    /**
     * The commands that a command line can mean: those whose names, or other names, stand in it. A model of all takes longer than the
     * whole rest of a start.
     */
    private Collection<Command> asked(String... args) {
        Map<String, Command> asked = new LinkedHashMap<>();
        for (String word : args) {
            String name = Synonyms.commandOf(word);
            Provider<Command> command = commands.get(name);
            if (command != null) {
                asked.put(name, command.get());
            }
        }
        return asked.values();
    }

    /** The model of the whole command line. */
    CommandLine build() {
        return build(commands());
    }

    private static OptionSpec.Builder version(String... names) {
        return GlobalOptions.flag("Show the version.", names).versionHelp(true);
    }

    private static CommandLine build(Collection<Command> commands) {
        CommandSpec root = CommandSpec.create().name(PROGRAM);
        GlobalOptions.addTo(root, false);
        root.addOption(version(SHORT_VERSION, VERSION).build());
        CommandLine line = new CommandLine(root);
        for (Command command : commands) {
            CommandSpec spec = command.spec().name(command.name()).aliases(Synonyms.aliases(command.name()));
            GlobalOptions.addTo(spec, true);
            // some commands have a --version that means a migration's
            boolean taken = spec.findOption(VERSION) != null;
            spec.addOption((taken ? version(SHORT_VERSION) : version(SHORT_VERSION, VERSION))
                    .hidden(true)
                    .build());
            line.addSubcommand(command.name(), new CommandLine(spec));
        }
        // an argument beginning with @ is a target, not a file with arguments
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setUsageHelpWidth(80);
        return line;
    }
}
