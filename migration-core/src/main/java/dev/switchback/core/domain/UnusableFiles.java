package dev.switchback.core.domain;

import dev.switchback.api.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with files that are there and cannot be used: a row of such a file has not lost it.
 *
 * @param byName the problems, by the last part of the file's name; that of a folder that cannot be read by nothing
 */
public record UnusableFiles(Map<String, Problem> byName) {

    /** Copies the map. */
    public UnusableFiles {
        byName = Map.copyOf(byName);
    }

    /**
     * Finds them.
     *
     * @param problems what is wrong with the files
     * @return those that keep a file from being used
     */
    public static UnusableFiles among(List<Problem> problems) {
        Map<String, Problem> byName = new HashMap<>();
        for (Problem problem : problems) {
            switch (problem.kind()) {
                case BAD_NAME, BAD_CONTENT, UNEXPECTED_FILE -> byName.putIfAbsent(lastName(problem.script()), problem);
                default -> {
                    // tells nothing of the file
                }
            }
        }
        return new UnusableFiles(byName);
    }

    /**
     * What is wrong with the file of a row, or with a folder that may have it.
     *
     * @param script the file as the row names it; engines leave out its folders
     * @return why there is no migration for that row; empty if no such file was found
     */
    public Optional<Problem> of(String script) {
        // only a folder that cannot be read is written with a slash at its end
        Problem folder = byName.get("");
        return Optional.ofNullable(byName.getOrDefault(lastName(script), folder));
    }

    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
