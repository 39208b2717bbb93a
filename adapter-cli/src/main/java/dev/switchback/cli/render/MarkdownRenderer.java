package dev.switchback.cli.render;

import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.answer.MarkdownText;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;

/** Markdown for a comment on a pull request. It begins with a mark by which a later run finds and replaces it. */
public final class MarkdownRenderer implements Renderer {

    private static final String PROGRAM = "switchback";

    /** Has no state. */
    @Inject
    public MarkdownRenderer() {}

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        // where no command could be found out, the program answers
        String title = command.equals(PROGRAM) ? PROGRAM : PROGRAM + " " + command;
        StringBuilder text = new StringBuilder("<!-- ").append(title).append(" -->\n");
        String result = answer.result();
        text.append("### ").append(title).append(": ").append(result).append("\n\n");
        answer.warnings()
                .forEach(warning ->
                        text.append("> **Warning:** ").append(inLine(warning)).append("\n\n"));
        text.append(answer.markdown().orElseGet(() -> fenced(answer, look)));
        terminal.out(text.toString());
    }

    private static String fenced(Answer answer, Look look) {
        Page page = look.page();
        answer.describe(page);
        return MarkdownText.fence("text", page.render(false));
    }

    private static String inLine(String text) {
        return text.replace("\n", " ").replace("<", "&lt;");
    }
}
