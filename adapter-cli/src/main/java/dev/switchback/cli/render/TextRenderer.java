package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;

/** Text for people: the answer on standard output, warnings and errors on the error stream. */
public final class TextRenderer implements Renderer {

    /** Has no state. */
    @Inject
    public TextRenderer() {}

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        if (!look.quiet() && !answer.warnings().isEmpty()) {
            Page warnings = look.page();
            answer.warnings()
                    .forEach(text -> warnings.line()
                            .add(Mark.ODD)
                            .add(" ")
                            .add(Style.WARN, "Warning: ")
                            .add(text));
            terminal.err(warnings.render(look.errColor()));
        }
        Page page = look.page();
        answer.describe(page);
        if (answer.isError()) {
            terminal.err(page.render(look.errColor()));
        } else {
            terminal.out(page.render(look.outColor()));
        }
    }
}
