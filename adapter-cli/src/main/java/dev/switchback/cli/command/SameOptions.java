package dev.switchback.cli.command;

import java.util.List;
import java.util.regex.Pattern;

/** The options without which an advised command would mean another database, or other files. */
public final class SameOptions {

    private static final List<String> CHOOSING = List.of(
            GlobalOptions.CHDIR,
            "--url",
            GlobalOptions.URL_ENV,
            GlobalOptions.URL_FILE,
            GlobalOptions.PROFILE,
            GlobalOptions.CONFIG,
            GlobalOptions.ENV_FILE,
            GlobalOptions.NO_ENV_FILE,
            GlobalOptions.DIR,
            "--engine",
            "--schema",
            "--history-table",
            "--history-schema");

    /** A command with which its line ends, or the other option of one that was named before. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w./-])switchback (?!help\\b)[a-z](?!.*, )|: --[a-z-]+ \\S+\\z");

    private SameOptions() {}

    /**
     * An advice with what its command has to be given again. Only the names of the options: a URL can hold a password.
     *
     * @param advice what to do next
     * @param arguments what the failed command was given
     * @return the advice as it is if it names no command, or nothing was chosen on the command line
     */
    public static String in(String advice, Arguments arguments) {
        List<String> given = CHOOSING.stream().filter(arguments::flag).toList();
        return given.isEmpty() || !COMMAND.matcher(advice).find()
                ? advice
                : advice + ", with the same " + String.join(" and ", given);
    }
}
