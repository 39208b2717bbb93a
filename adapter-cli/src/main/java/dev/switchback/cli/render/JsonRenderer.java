package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.answer.FailureAnswer;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;

/**
 * JSON for programs: exactly one document on standard output, on one line, in ASCII, also for errors.
 *
 * <p>What it holds is a contract: {@code answer-v1.schema.json} among the resources has every field of every command, and
 * {@code docs/reference/output.md} says how to read it. Within a {@code schemaVersion} fields are only added.
 */
public final class JsonRenderer implements Renderer {

    private static final int SCHEMA_VERSION = 1;

    /** Has no state. */
    @Inject
    public JsonRenderer() {}

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        terminal.out(JsonText.of(document(command, answer)) + "\n");
    }

    static Document document(String command, Answer answer) {
        Document document = new Document()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("command", command)
                .put("ok", answer.exitCode().number() == 0)
                .put("exitCode", answer.exitCode().number())
                .put("result", answer.result());
        answer.describe(document);
        document.strings("warnings", answer.warnings());
        return document.put(
                "error",
                answer instanceof FailureAnswer failure ? failure.error().fields() : null);
    }
}
