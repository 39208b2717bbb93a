package dev.switchback.cli.answer;

import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * Whether files and database agree, for CI. What is wrong counts more than what is pending.
 *
 * @param report what was found
 */
public record CheckAnswer(CheckReport report) implements Answer {

    @Override
    public ExitCode exitCode() {
        if (!report.problems().isEmpty()) {
            return ExitCode.INVALID;
        }
        return report.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    }

    @Override
    public List<String> warnings() {
        return report.warnings();
    }

    @Override
    public void describe(Page page) {
        if (report.ok()) {
            page.line()
                    .add(Mark.DONE)
                    .add(" ok: " + Words.count(report.files(), "file") + " and the history agree, at "
                            + Words.at(report.current()));
            return;
        }
        if (!report.problems().isEmpty()) {
            page.line(Words.count(report.problems().size(), "problem") + ":");
            ProblemList.write(report.problems(), page);
        }
        if (!report.pending().isEmpty()) {
            page.line(report.pending().size() + " pending:");
            for (MigrationStatus status : report.pending()) {
                page.line()
                        .add("  ")
                        .add(States.mark(status.state()))
                        .add(" " + States.word(status.state()) + "  " + status.script());
            }
            if (report.problems().isEmpty()) {
                page.line("    Next: switchback upgrade");
            }
        }
    }

    @Override
    public void describe(Document document) {
        document.text("current", report.current())
                .put("files", report.files())
                .put("pending", report.pending().size())
                .list("migrations", report.pending(), Fields::status)
                .list("problems", report.problems(), Fields::problem);
    }
}
