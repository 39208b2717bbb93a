package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/** Another answer with something changed: what is not, is said by that one. */
interface AnswerAround extends Answer {

    /** The other one. */
    Answer answer();

    @Override
    default ExitCode exitCode() {
        return answer().exitCode();
    }

    @Override
    default String result() {
        return answer().result();
    }

    @Override
    default List<String> warnings() {
        return answer().warnings();
    }

    @Override
    default boolean isError() {
        return answer().isError();
    }

    @Override
    default List<Annotation> annotations() {
        return answer().annotations();
    }

    @Override
    default Optional<String> markdown() {
        return answer().markdown();
    }

    @Override
    default void describe(Page page) {
        answer().describe(page);
    }

    @Override
    default void describe(Document document) {
        answer().describe(document);
    }
}
