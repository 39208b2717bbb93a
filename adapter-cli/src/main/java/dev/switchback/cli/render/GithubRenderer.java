package dev.switchback.cli.render;

import dev.switchback.cli.answer.Annotation;
import dev.switchback.cli.answer.Answer;
import dev.switchback.cli.terminal.Terminal;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Text as for people, and before it the <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">workflow commands</a> that make
 * GitHub show problems beside the lines that they are about.
 */
public final class GithubRenderer implements Renderer {

    private final TextRenderer text;

    /**
     * Writes the text too.
     *
     * @param text writes it
     */
    @Inject
    public GithubRenderer(TextRenderer text) {
        this.text = text;
    }

    @Override
    public void render(String command, Answer answer, Look look, Terminal terminal) {
        StringBuilder lines = new StringBuilder();
        for (Annotation annotation : answer.annotations()) {
            lines.append("::")
                    .append(annotation.level().name().toLowerCase(Locale.ROOT))
                    .append(" title=")
                    .append(property(annotation.title()));
            annotation.file().ifPresent(file -> lines.append(",file=").append(property(file)));
            annotation.line().ifPresent(line -> lines.append(",line=").append(line));
            lines.append("::").append(data(annotation.message())).append('\n');
        }
        terminal.out(lines.toString());
        text.render(command, answer, look, terminal);
    }

    private static String data(String value) {
        return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }
}
