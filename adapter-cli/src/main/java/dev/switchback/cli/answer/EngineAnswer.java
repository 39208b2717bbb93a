package dev.switchback.cli.answer;

import dev.switchback.api.model.EngineOutput;
import dev.switchback.cli.terminal.Page;

/**
 * What a command of the engine itself said, as it said it.
 *
 * @param output its output
 */
public record EngineAnswer(EngineOutput output) implements Answer {

    @Override
    public ExitCode exitCode() {
        return output.ok() ? ExitCode.OK : ExitCode.INVALID;
    }

    @Override
    public void describe(Page page) {
        page.paragraph("", "", output.text());
    }

    @Override
    public void describe(Document document) {
        document.put("engineCommand", output.command()).put("output", output.text());
    }
}
