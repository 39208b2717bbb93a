package dev.switchback.cli.command;

import dev.switchback.cli.answer.Answer;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command. To add one, implement this and bind it under its name in {@link CommandsModule}. Constructors
 * do no work: a page of help makes all commands.
 */
public interface Command {

    /** Where the command stands in the list of commands. */
    enum Group {
        /** Make a project and its files. */
        START("Start"),
        /** Look and change nothing. */
        LOOK("Look (these change nothing)"),
        /** Change the database by running migrations. */
        CHANGE("Change the database"),
        /** Change what is recorded, running nothing. */
        MEND("Mend the history"),
        /** Everything else. */
        MORE("More");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Its name on the command line. */
    String name();

    /** Where it stands in the list of commands. */
    Group group();

    /** Its own options and parameters, its description, and an example in the footer. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @param arguments what was given
     * @return the answer
     * @throws dev.switchback.api.error.SwitchbackException if it fails
     * @throws CommandRejectedException if it is refused before it begins
     */
    Answer run(Arguments arguments);
}
