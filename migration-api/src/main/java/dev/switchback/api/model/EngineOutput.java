package dev.switchback.api.model;

import java.util.Objects;

/**
 * What a command of the engine itself had to say.
 *
 * @param command the command, in the engine's words
 * @param text its output, without secrets; can be empty
 * @param ok whether the engine was content: {@code validate} that found something wrong was not
 */
public record EngineOutput(String command, String text, boolean ok) {
    /** Checks that everything is there. */
    public EngineOutput {
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(text, "text");
    }
}
