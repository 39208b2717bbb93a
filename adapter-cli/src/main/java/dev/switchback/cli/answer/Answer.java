package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/** What a command has to say, whatever the form. */
public interface Answer {

    /** How the process ends. */
    default ExitCode exitCode() {
        return ExitCode.OK;
    }

    /** One word for programs: the exit code's name, or more precise than that. */
    default String result() {
        return exitCode().name();
    }

    /** What is worth knowing beside it. */
    default List<String> warnings() {
        return List.of();
    }

    /** Whether it is an error rather than an answer: as text it goes to the error stream. */
    default boolean isError() {
        return false;
    }

    /** Remarks on files, for tools that show them there; the files as the migrations folder calls them. */
    default List<Annotation> annotations() {
        return List.of();
    }

    /** The answer for a comment on a pull request, where plain text does not do. */
    default Optional<String> markdown() {
        return Optional.empty();
    }

    /**
     * Says it in words.
     *
     * @param page where to write
     */
    void describe(Page page);

    /**
     * Says it as data.
     *
     * @param document the JSON object to put its own fields into
     */
    void describe(Document document);
}
