package dev.switchback.cli.answer;

import dev.switchback.api.model.FilesReport;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * Whether the files by themselves are in order, for a hook before a commit.
 *
 * @param report what is in the files
 * @param strict whether warnings count as problems
 */
public record OfflineCheckAnswer(FilesReport report, boolean strict) implements Answer {

    @Override
    public ExitCode exitCode() {
        boolean failed =
                !report.problems().isEmpty() || (strict && !report.warnings().isEmpty());
        return failed ? ExitCode.INVALID : ExitCode.OK;
    }

    @Override
    public List<String> warnings() {
        return report.warnings();
    }

    @Override
    public List<Annotation> annotations() {
        return report.problems().stream().map(Annotation::of).toList();
    }

    @Override
    public void describe(Page page) {
        if (report.problems().isEmpty()) {
            page.line()
                    .add(exitCode() == ExitCode.OK ? Mark.DONE : Mark.WRONG)
                    .add(" " + Words.count(report.migrations().size(), "migration")
                            + (exitCode() == ExitCode.OK ? ", nothing wrong" : ", and a warning, which --strict fails")
                            + ". No database was looked at.");
            return;
        }
        page.line(Words.count(report.problems().size(), "problem") + ":");
        ProblemList.write(report.problems(), page);
    }

    @Override
    public void describe(Document document) {
        document.text("head", report.head())
                .put("files", report.migrations().size())
                .list("problems", report.problems(), Fields::problem);
    }
}
