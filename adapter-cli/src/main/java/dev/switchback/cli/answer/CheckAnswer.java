package dev.switchback.cli.answer;

import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Whether files, database and model agree, for CI. What is wrong counts more than what differs, and that more than what
 * is pending.
 *
 * @param report what was found
 * @param strict whether a warning is as bad as a problem
 * @param drift the migrations and the database, if they were compared
 * @param model the migrations and the model, if they were compared
 * @param warnings what is worth knowing
 */
public record CheckAnswer(
        CheckReport report,
        boolean strict,
        Optional<SchemaComparison> drift,
        Optional<SchemaComparison> model,
        List<String> warnings)
        implements Answer {
    private static final String DRIFTED = "The database differs from what its migrations make:";
    private static final String TO_KEEP = "switchback create \"what it is\" --from live --stamp";
    private static final String TO_MAKE = "switchback create \"what it does\" --autogenerate";

    /** Copies the list. */
    public CheckAnswer {
        warnings = List.copyOf(warnings);
    }

    /** Nothing was compared yet. */
    public static CheckAnswer of(CheckReport report, boolean strict) {
        return new CheckAnswer(report, strict, Optional.empty(), Optional.empty(), report.warnings());
    }

    /** The same with the database compared. */
    public CheckAnswer withDrift(Optional<SchemaComparison> found) {
        return new CheckAnswer(
                report,
                strict,
                found,
                model,
                with(found.map(SchemaComparison::notes).orElse(List.of())));
    }

    /** The same with the model compared. */
    public CheckAnswer withModel(Optional<SchemaComparison> found) {
        return new CheckAnswer(
                report,
                strict,
                drift,
                found,
                with(found.map(SchemaComparison::notes).orElse(List.of())));
    }

    /** The same with something worth knowing. */
    public CheckAnswer withWarning(String warning) {
        return new CheckAnswer(report, strict, drift, model, with(List.of(warning)));
    }

    private List<String> with(List<String> more) {
        return Stream.concat(warnings.stream(), more.stream()).distinct().toList();
    }

    @Override
    public ExitCode exitCode() {
        if (!report.problems().isEmpty() || (strict && !warnings.isEmpty())) {
            return ExitCode.INVALID;
        }
        if (differs(drift) || differs(model)) {
            return ExitCode.DRIFT;
        }
        return report.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    }

    private static boolean differs(Optional<SchemaComparison> compared) {
        return found(compared).isPresent();
    }

    /** Whether there is nothing to list. */
    private boolean agrees() {
        return report.ok() && !differs(drift) && !differs(model);
    }

    private static Optional<SchemaComparison> found(Optional<SchemaComparison> compared) {
        return compared.filter(comparison -> !comparison.same());
    }

    @Override
    public List<Annotation> annotations() {
        List<Annotation> annotations = new ArrayList<>();
        report.problems().forEach(problem -> annotations.add(Annotation.of(problem)));
        found(drift).ifPresent(comparison -> annotations.add(differing(DRIFTED, comparison, TO_KEEP)));
        found(model).ifPresent(comparison -> annotations.add(differing(lacking(comparison), comparison, TO_MAKE)));
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

    private static Annotation differing(String what, SchemaComparison comparison, String next) {
        return new Annotation(
                Annotation.Level.ERROR,
                Optional.empty(),
                OptionalInt.empty(),
                "drift",
                what + " " + SchemaLines.inLine(comparison.changes()) + "\nNext: " + next);
    }

    @Override
    public Optional<String> markdown() {
        if (agrees()) {
            return Optional.of(Words.count(report.files(), "file") + " and the history agree, at `"
                    + Words.at(report.current()) + "`.\n");
        }
        List<String> parts = new ArrayList<>();
        if (!report.problems().isEmpty()) {
            StringBuilder text = new StringBuilder(MarkdownText.row(List.of("problem", "what", "next")))
                    .append(MarkdownText.rule(3));
            report.problems()
                    .forEach(problem -> text.append(
                            MarkdownText.row(List.of(problem.kind().name(), problem.message(), problem.nextStep()))));
            parts.add(text.toString());
        }
        if (!report.pending().isEmpty()) {
            StringBuilder text =
                    new StringBuilder(MarkdownText.row(List.of("state", "migration"))).append(MarkdownText.rule(2));
            report.pending()
                    .forEach(status ->
                            text.append(MarkdownText.row(List.of(States.word(status.state()), status.script()))));
            parts.add(text.toString());
        }
        found(drift).ifPresent(comparison -> parts.add(DRIFTED + "\n\n" + SchemaLines.table(comparison.changes())));
        found(model)
                .ifPresent(comparison -> parts.add(
                        MarkdownText.cell(lacking(comparison)) + "\n\n" + SchemaLines.table(comparison.changes())));
        return Optional.of(String.join("\n", parts));
    }

    private static String lacking(SchemaComparison comparison) {
        return "The migrations do not make what " + comparison.to() + " says:";
    }

    @Override
    public void describe(Page page) {
        if (agrees() && exitCode() == ExitCode.INVALID) {
            page.line().add(Mark.WRONG).add(" files and history agree, but --strict fails for warnings");
            return;
        }
        if (agrees()) {
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
        found(drift).ifPresent(comparison -> {
            page.line(DRIFTED);
            SchemaLines.changes(comparison.changes(), page);
            page.line("    Next: switchback diff live migrations --sql shows the way back; to keep it:");
            page.line("          " + TO_KEEP);
        });
        found(model).ifPresent(comparison -> {
            page.line(lacking(comparison));
            SchemaLines.changes(comparison.changes(), page);
            page.line("    Next: " + TO_MAKE);
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
