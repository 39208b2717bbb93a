package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.terminal.Terminal;

/** One form of output. */
public interface Renderer {

    /**
     * Writes an answer.
     *
     * @param command the command that answers
     * @param answer the answer
     * @param look how it shall look
     * @param terminal where to write
     */
    void render(String command, Answer answer, Look look, Terminal terminal);
}
