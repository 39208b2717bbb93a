package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;

/** The last line of a stream of events: the document of {@link JsonRenderer} as an event of its own. */
public final class NdjsonRenderer implements Renderer {

    /** Has no state. */
    @Inject
    public NdjsonRenderer() {}

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        Document line = new Document().put("event", "summary");
        JsonRenderer.document(command, answer).fields().forEach(line::put);
        terminal.out(JsonText.of(line) + "\n");
    }
}
