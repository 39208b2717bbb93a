package dev.switchback.cli.answer;

import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether files, database and model agree, for CI. What is wrong counts more than what differs, and that more than what
 * is pending.
 *
 * @param report what was found
 * @param drift the migrations and the database, if they were compared
 * @param model the migrations and the model, if they were compared
 * @param warnings what is worth knowing
 */
public record CheckAnswer(
        CheckReport report, Optional<SchemaComparison> drift, Optional<SchemaComparison> model, List<String> warnings)
        implements Answer {
    /** Copies the list. */
    public CheckAnswer {
        warnings = List.copyOf(warnings);
    }

    /** Nothing was compared yet. */
    public static CheckAnswer of(CheckReport report) {
        return new CheckAnswer(report, Optional.empty(), Optional.empty(), report.warnings());
    }

    /** The same with the database compared. */
    public CheckAnswer withDrift(Optional<SchemaComparison> found) {
        return new CheckAnswer(
                report, found, model, with(found.map(SchemaComparison::notes).orElse(List.of())));
    }

    /** The same with the model compared. */
    public CheckAnswer withModel(Optional<SchemaComparison> found) {
        return new CheckAnswer(
                report, drift, found, with(found.map(SchemaComparison::notes).orElse(List.of())));
    }

    /** The same with something worth knowing. */
    public CheckAnswer withWarning(String warning) {
        return new CheckAnswer(report, drift, model, with(List.of(warning)));
    }

    private List<String> with(List<String> more) {
        return Stream.concat(warnings.stream(), more.stream()).distinct().toList();
    }

    @Override
    public ExitCode exitCode() {
        if (!report.problems().isEmpty()) {
            return ExitCode.INVALID;
        }
        if (Stream.of(drift, model).flatMap(Optional::stream).anyMatch(comparison -> !comparison.same())) {
            return ExitCode.DRIFT;
        }
        return report.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    }

    @Override
    public void describe(Page page) {
        if (exitCode() == ExitCode.OK) {
            page.line()
                    .add(Mark.DONE)
                    .add(" ok: " + Words.count(report.files(), "file") + " and the history agree, at "
                            + Words.at(report.current()));
            model.ifPresent(comparison -> SchemaLines.held(comparison.heldBack(), page));
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
        drift.filter(comparison -> !comparison.same()).ifPresent(comparison -> {
            page.line("The database differs from what its migrations make:");
            SchemaLines.changes(comparison.changes(), page);
            page.line("    Next: switchback diff live migrations --sql shows the way back; to keep it:");
            page.line("          switchback create \"what it is\" --from live");
        });
        model.filter(comparison -> !comparison.same()).ifPresent(comparison -> {
            page.line("The migrations do not make what " + comparison.to() + " says:");
            SchemaLines.changes(comparison.changes(), page);
            page.line("    Next: switchback create \"what it does\" --autogenerate");
        });
    }

    @Override
    public void describe(Document document) {
        document.text("current", report.current())
                .put("files", report.files())
                .put("pending", report.pending().size())
                .list("migrations", report.pending(), Fields::status)
                .list("problems", report.problems(), Fields::problem);
        drift.ifPresent(comparison -> document.object("drift", fields(comparison)));
        model.ifPresent(comparison -> document.object("model", fields(comparison)));
    }

    private static Document fields(SchemaComparison comparison) {
        Document document = new Document();
        SchemaLines.describe(comparison, document);
        return document;
    }
}
