package dev.switchback.cli.answer;

import dev.switchback.api.model.Problem;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A remark on a file, for a tool that shows it there.
 *
 * @param level how bad it is
 * @param file the file; empty if it is about no file
 * @param line the line, from 1; empty for the whole file
 * @param title in a few words
 * @param message what is wrong, and what to do
 */
public record Annotation(Level level, Optional<String> file, OptionalInt line, String title, String message) {

    /** How bad it is. */
    public enum Level {
        /** Something is wrong. */
        ERROR,
        /** Something is worth a look. */
        WARNING,
        /** Something to know. */
        NOTICE
    }

    /** Checks that everything is there. */
    public Annotation {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(message, "message");
    }

    static Annotation of(Problem problem) {
        return new Annotation(
                Level.ERROR,
                Optional.of(problem.script()).filter(script -> !script.isEmpty()),
                OptionalInt.empty(),
                problem.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                problem.message() + "\nNext: " + problem.nextStep());
    }

    /**
     * The same about another path.
     *
     * @param path the path
     * @return a copy
     */
    public Annotation at(String path) {
        return new Annotation(level, Optional.of(path), line, title, message);
    }
}
