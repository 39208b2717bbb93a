package dev.switchback.cli.command;

import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.ShellWord;
import dev.switchback.cli.terminal.Environment;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks before something is lost. Moderate danger is answered with y; severe danger with the name of the database.
 * Without a person to ask, the flags must say it: {@code --yes}, and for severe danger {@code --confirm=NAME} too.
 */
final class Confirmation {

    private final Terminal terminal;
    private final Environment environment;

    @Inject
    Confirmation(Terminal terminal, Environment environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /**
     * What is going to happen.
     *
     * @param command the command as it would be typed
     * @param database where it happens
     * @param lines what will happen, for the person who decides
     */
    record Question(String command, DatabaseInfo database, List<String> lines) {

        /** The command with flags, which must stand before two hyphens; in a name there can be some too. */
        String with(String flags) {
            int end = command.indexOf(' ');
            return end > 0 && command.startsWith(" -- ", end)
                    ? command.substring(0, end) + " " + flags + command.substring(end)
                    : command + " " + flags;
        }
    }

    /** Returns if it is confirmed. */
    void moderate(Arguments arguments, Question question) {
        if (arguments.flag(GlobalOptions.YES)) {
            return;
        }
        requirePerson(arguments, question, "--yes");
        String answer = ask(question, "Continue? [y/N] ").toLowerCase(Locale.ROOT);
        if (!answer.equals("y") && !answer.equals("yes")) {
            throw CommandRejectedException.refused("not confirmed", "to go on, run it again and answer y");
        }
    }

    /** Returns if it is confirmed by the name of the database. */
    void severe(Arguments arguments, Question question) {
        String name = shortName(question.database());
        String flags = "--yes --confirm=" + new ShellWord(name);
        Optional<String> given = arguments.option(GlobalOptions.CONFIRM);
        if (given.isPresent() && !names(given.get(), question.database())) {
            throw CommandRejectedException.refused(
                    "--confirm does not name the database, which is " + new ShellWord(name),
                    "if it is the right database: " + again(arguments, question, flags));
        }
        if (arguments.flag(GlobalOptions.YES) && given.isPresent()) {
            return;
        }
        if (arguments.flag(GlobalOptions.YES)) {
            throw CommandRejectedException.refused(
                    "--yes is not enough for this: the database must be named",
                    "if you mean it: " + again(arguments, question, flags));
        }
        requirePerson(arguments, question, flags);
        String answer = ask(question, "Type the name of the database, " + name + ", to continue: ");
        if (!names(answer, question.database())) {
            throw CommandRejectedException.refused("not confirmed", "to go on, run it again and type " + name);
        }
    }

    private static String again(Arguments arguments, Question question, String flags) {
        return SameOptions.in("switchback " + question.with(flags), arguments);
    }

    /** Asks what can be one or the other, until it is; empty if there is nobody to ask. */
    Optional<Boolean> decide(Arguments arguments, String prompt) {
        while (hasPerson(arguments)) {
            terminal.err(prompt);
            Optional<String> line = terminal.readLine();
            String answer = line.map(String::strip).orElse("").toLowerCase(Locale.ROOT);
            if (answer.equals("y") || answer.equals("yes")) {
                return Optional.of(true);
            }
            if (answer.equals("n") || answer.equals("no")) {
                return Optional.of(false);
            }
            if (line.isEmpty()) {
                break;
            }
        }
        return Optional.empty();
    }

    /** Whether there is somebody to ask. */
    boolean hasPerson(Arguments arguments) {
        return !arguments.flag(GlobalOptions.NO_INPUT)
                && environment.variable("CI").filter("true"::equals).isEmpty()
                && !environment.flag("SWITCHBACK_NO_INPUT")
                && terminal.canAsk();
    }

    private void requirePerson(Arguments arguments, Question question, String flags) {
        if (!hasPerson(arguments)) {
            throw CommandRejectedException.refused(
                    "'" + question.command() + "' needs a confirmation, and there is nobody to ask",
                    "if you mean it: " + again(arguments, question, flags));
        }
    }

    private String ask(Question question, String prompt) {
        Page page = new Page(80, false);
        question.lines().forEach(page::line);
        terminal.err(page.render(false) + prompt);
        return terminal.readLine().map(String::strip).orElse("");
    }

    private static boolean names(String given, DatabaseInfo database) {
        return given.equals(database.name()) || given.equals(shortName(database));
    }

    /** The name without its host, or the file without its folder. */
    private static String shortName(DatabaseInfo database) {
        String name = database.name();
        int host = name.indexOf(" @ ");
        if (host > 0) {
            return name.substring(0, host);
        }
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
