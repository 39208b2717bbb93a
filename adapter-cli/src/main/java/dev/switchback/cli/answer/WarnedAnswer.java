package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An answer, and what was heard while it came about.
 *
 * @param answer the answer
 * @param heard what is worth knowing beside its own warnings
 */
public record WarnedAnswer(Answer answer, List<String> heard) implements Answer {

    /** Copies the list. */
    public WarnedAnswer {
        heard = List.copyOf(heard);
    }

    @Override
    public List<String> warnings() {
        return Stream.concat(heard.stream(), answer.warnings().stream()).toList();
    }

    @Override
    public ExitCode exitCode() {
        return answer.exitCode();
    }

    @Override
    public String result() {
        return answer.result();
    }

    @Override
    public boolean isError() {
        return answer.isError();
    }

    @Override
    public List<Annotation> annotations() {
        return answer.annotations();
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
