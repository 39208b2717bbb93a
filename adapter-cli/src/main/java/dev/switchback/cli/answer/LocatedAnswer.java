package dev.switchback.cli.answer;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An answer whose remarks name files as they are found from the folder of the process.
 *
 * @param answer the answer
 * @param locate finds a file of the migrations folder
 */
public record LocatedAnswer(Answer answer, UnaryOperator<String> locate) implements AnswerAround {

    @Override
    public List<Annotation> annotations() {
        return answer.annotations().stream()
                .map(annotation ->
                        annotation.file().map(locate).map(annotation::at).orElse(annotation))
                .toList();
    }
}
