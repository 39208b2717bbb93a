package dev.switchback.api.error;

import dev.switchback.api.model.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a list of problems into the message and the advice of an error. */
final class ProblemText {
    private ProblemText() {}

    static String message(String title, List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an error about problems needs at least one");
        }
        return problems.stream()
                .map(p -> "  " + p.message())
                .collect(Collectors.joining("\n", title + " (" + problems.size() + "):\n", ""));
    }

    static String nextStep(List<Problem> problems) {
        return problems.stream().map(Problem::nextStep).distinct().collect(Collectors.joining("\n"));
    }
}
