package dev.switchback.liquibase;

import dev.switchback.api.error.InvalidRequestException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandScope;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.exception.CommandExecutionException;

/** A command of Liquibase as it is typed: a verb, options with two hyphens, and at most one value without a name. */
final class LiquibaseWords {

    /** Which database and which files, Switchback has decided. */
    private static final Set<String> DECIDED = Set.of(
            "changelogfile",
            "database",
            "defaultcatalogname",
            "defaultschemaname",
            "driver",
            "driverpropertiesfile",
            "password",
            "url",
            "username");

    private final CommandScope scope;
    private final List<CommandArgumentDefinition<?>> arguments;

    private LiquibaseWords(CommandScope scope) {
        this.scope = scope;
        this.arguments = scope.getCommand().getArguments().values().stream()
                .filter(argument -> !DECIDED.contains(argument.getName().toLowerCase(Locale.ROOT)))
                .filter(argument -> !argument.getHidden())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Reads a command.
     *
     * @param words the words
     * @param changelog the changelog to give it, if it takes one
     * @return the command, ready but for its database
     * @throws InvalidRequestException if Liquibase has no such command or option
     */
    static CommandScope scope(List<String> words, Path changelog) throws CommandExecutionException {
        String command = words.get(0);
        CommandScope scope;
        try {
            scope = new CommandScope(camelCase(command));
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(
                    "command",
                    "Liquibase has no such command",
                    "for example status, history, validate, update-sql, tag, rollback-sql");
        }
        CommandDefinition definition = scope.getCommand();
        if (definition.getArgument(DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG.getName()) != null) {
            Path root = changelog.getRoot();
            scope.addArgumentValue(
                    DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG,
                    (root == null ? changelog : root.relativize(changelog)).toString());
        }
        new LiquibaseWords(scope).read(words.subList(1, words.size()));
        return scope;
    }

    private void read(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                put(single(), word);
                continue;
            }
            int equals = word.indexOf('=');
            CommandArgumentDefinition<?> argument = named(equals < 0 ? word.substring(2) : word.substring(2, equals));
            if (equals >= 0) {
                put(argument, word.substring(equals + 1));
            } else if (argument.getDataType() == Boolean.class) {
                put(argument, "true");
            } else if (i + 1 < words.size()) {
                put(argument, words.get(++i));
            } else {
                throw new InvalidRequestException("option", word + " needs a value", "write " + word + "=value");
            }
        }
    }

    private void put(CommandArgumentDefinition<?> argument, String text) {
        scope.addArgumentValue(argument.getName(), argument.getValueConverter().convert(text));
    }

    /** The one argument that may be given without its name: the tag, the count. */
    private CommandArgumentDefinition<?> single() {
        List<CommandArgumentDefinition<?>> required =
                arguments.stream().filter(CommandArgumentDefinition::isRequired).toList();
        if (required.size() != 1) {
            throw new InvalidRequestException(
                    "option", "this command takes no value without a name", "write --name=value");
        }
        return required.get(0);
    }

    private CommandArgumentDefinition<?> named(String name) {
        String wanted = camelCase(name);
        return arguments.stream()
                .filter(argument -> argument.getName().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        "option",
                        "this command of Liquibase has no such option that could be used here",
                        arguments.isEmpty()
                                ? "leave it out"
                                : "choose one of: "
                                        + arguments.stream()
                                                .map(argument -> "--" + argument.getName())
                                                .collect(Collectors.joining(", "))));
    }

    private static String camelCase(String words) {
        StringBuilder name = new StringBuilder();
        for (String part : words.split("-", -1)) {
            name.append(
                    name.isEmpty() || part.isEmpty()
                            ? part
                            : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }
}
