package dev.switchback.cli.answer;

import dev.switchback.api.model.Finding;
import dev.switchback.api.model.Finding.Level;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Locale;

/**
 * What {@code doctor} found.
 *
 * @param findings what was looked at, in order
 */
public record DoctorAnswer(List<Finding> findings) implements Answer {

    /** How wide the column of topics is. */
    private static final int TOPIC = 14;

    /** Copies the list. */
    public DoctorAnswer {
        findings = List.copyOf(findings);
    }

    @Override
    public ExitCode exitCode() {
        return count(Level.PROBLEM) == 0 ? ExitCode.OK : ExitCode.INVALID;
    }

    private int count(Level level) {
        return (int) findings.stream().filter(f -> f.level() == level).count();
    }

    @Override
    public void describe(Page page) {
        for (Finding finding : findings) {
            Mark mark = switch (finding.level()) {
                case OK -> Mark.DONE;
                case WARNING -> Mark.ODD;
                case PROBLEM -> Mark.WRONG;
            };
            String word =
                    finding.level() == Level.OK ? "" : finding.level().name().toLowerCase(Locale.ROOT) + ": ";
            List<String> lines = finding.message().lines().toList();
            page.line()
                    .add(mark)
                    .add(" " + finding.topic())
                    .column(TOPIC)
                    .add(mark.style(), word)
                    .add(lines.isEmpty() ? "" : lines.get(0));
            lines.stream().skip(1).forEach(line -> page.line(" ".repeat(TOPIC) + line));
            finding.nextStep()
                    .ifPresent(
                            next -> page.paragraph(" ".repeat(TOPIC) + "Next: ", " ".repeat(TOPIC) + "      ", next));
        }
        page.blank();
        page.line(Words.count(count(Level.PROBLEM), "problem") + ", " + Words.count(count(Level.WARNING), "warning")
                + ".");
    }

    @Override
    public void describe(Document document) {
        document.list(
                "findings",
                findings,
                (finding, to) -> to.put("level", finding.level().name().toLowerCase(Locale.ROOT))
                        .put("topic", finding.topic())
                        .put("message", finding.message())
                        .text("next", finding.nextStep()));
    }
}
