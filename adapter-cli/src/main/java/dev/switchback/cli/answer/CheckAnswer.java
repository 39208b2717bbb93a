package dev.switchback.cli.answer;

import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether files and database agree, for CI. What is wrong counts more than what is pending.
 *
 * @param report what was found
 * @param strict whether a warning is as bad as a problem
 */
public record CheckAnswer(CheckReport report, boolean strict) implements Answer {

    @Override
    public ExitCode exitCode() {
        if (!report.problems().isEmpty() || (strict && !report.warnings().isEmpty())) {
            return ExitCode.INVALID;
        }
        return report.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    }

    @Override
    public List<String> warnings() {
        return report.warnings();
    }

    @Override
    public List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        report.problems().forEach(problem -> annotations.add(Annotation.of(problem)));
        for (MigrationStatus status : report.pending()) {
            annotations.add(new Annotation(
                    Annotation.Level.NOTICE,
                    Optional.of(status.script()),
                    OptionalInt.empty(),
                    States.word(status.state()),
                    "the next upgrade runs it"));
        }
        return annotations;
    }

    @Override
    public Optional<String> markdown() {
        StringBuilder text = new StringBuilder();
        if (report.ok()) {
            return Optional.of(Words.count(report.files(), "file") + " and the history agree, at `"
                    + Words.at(report.current()) + "`.\n");
        }
        if (!report.problems().isEmpty()) {
            text.append(MarkdownText.row(List.of("problem", "what", "next"))).append(MarkdownText.rule(3));
            report.problems()
                    .forEach(problem -> text.append(
                            MarkdownText.row(List.of(problem.kind().name(), problem.message(), problem.nextStep()))));
        }
        if (!report.pending().isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(MarkdownText.row(List.of("state", "migration")))
                    .append(MarkdownText.rule(2));
            report.pending()
                    .forEach(status ->
                            text.append(MarkdownText.row(List.of(States.word(status.state()), status.script()))));
        }
        return Optional.of(text.toString());
    }

    @Override
    public void describe(Page page) {
        if (report.ok() && exitCode() == ExitCode.INVALID) {
            page.line().add(Mark.WRONG).add(" files and history agree, but --strict fails for warnings");
            return;
        }
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
