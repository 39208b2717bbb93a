package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer whose remarks name files as they are found from the folder of the process.
 *
 * @param answer the answer
 * @param locate finds a file of the migrations folder
 */
public record LocatedAnswer(Answer answer, UnaryOperator<String> locate) implements Answer {

    @Override
    public ExitCode exitCode() {
        return answer.exitCode();
    }

    @Override
    public String result() {
        return answer.result();
    }

    @Override
    public List<String> warnings() {
        return answer.warnings();
    }

    @Override
    public boolean isError() {
        return answer.isError();
    }

    @Override
    public List<Annotation> annotations() {
        return answer.annotations().stream()
                .map(annotation ->
                        annotation.file().map(locate).map(annotation::at).orElse(annotation))
                .toList();
    }

    @Override
    public Optional<String> markdown() {
        return answer.markdown();
    }

    @Override
    public void describe(Page page) {
        answer.describe(page);
    }

    @Override
    public void describe(Document document) {
        answer.describe(document);
    }
}
