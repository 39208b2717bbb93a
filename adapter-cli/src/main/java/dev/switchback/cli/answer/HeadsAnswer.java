package dev.switchback.cli.answer;

import dev.switchback.api.model.FilesReport;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * The newest migration of the files; more than one if two files claim a version.
 *
 * @param report what is in the files
 */
public record HeadsAnswer(FilesReport report) implements Answer {

    @Override
    public ExitCode exitCode() {
        return clashes().isEmpty() ? ExitCode.OK : ExitCode.INVALID;
    }

    @Override
    public List<Annotation> annotations() {
        return clashes().stream().map(Annotation::of).toList();
    }

    private List<Problem> clashes() {
        return report.problems().stream()
                .filter(problem ->
                        problem.kind() == Problem.Kind.DUPLICATE || problem.kind() == Problem.Kind.SUM_MISMATCH)
                .toList();
    }

    @Override
    public void describe(Page page) {
        report.newest()
                .ifPresentOrElse(
                        newest -> page.line()
                                .add(clashes().isEmpty() ? Mark.DONE : Mark.WAITING)
                                .add(" " + newest.label() + "  " + newest.description() + " (head)"),
                        () -> page.line("No migrations yet."));
        ProblemList.write(clashes(), page);
    }

    @Override
    public void describe(Document document) {
        document.text("head", report.head().map(MigrationVersion::text))
                .put("files", report.migrations().size())
                .list("problems", clashes(), Fields::problem);
    }
}
