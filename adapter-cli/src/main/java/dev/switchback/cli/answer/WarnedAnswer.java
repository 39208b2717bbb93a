package dev.switchback.cli.answer;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer, and what was heard while it came about.
 *
 * @param answer the answer
 * @param heard what is worth knowing beside its own warnings
 */
public record WarnedAnswer(Answer answer, List<String> heard) implements AnswerAround {

    /** Copies the list. */
    public WarnedAnswer {
        heard = List.copyOf(heard);
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(heard.stream(), answer.warnings().stream()).toList();
    }
}
