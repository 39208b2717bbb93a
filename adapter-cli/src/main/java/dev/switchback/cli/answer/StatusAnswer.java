package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.MigrationState;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.StatusReport;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Span;
import dev.switchback.cli.terminal.Style;
import dev.switchback.cli.terminal.Table;
import java.util.List;
import java.util.Optional;

/**
 * The database beside the files.
 *
 * @param report what was found
 * @param view which part of it, and how the process ends
 */
public record StatusAnswer(StatusReport report, StatusView view) implements Answer {

    @Override
    public ExitCode exitCode() {
        return view.exitCode() ? ExitCode.valueOf(result()) : ExitCode.OK;
    }

    @Override
    public List<Annotation> annotations() {
        return report.problems().stream().map(Annotation::of).toList();
    }

    @Override
    public Optional<String> markdown() {
        StringBuilder text = new StringBuilder("Database `")
                .append(report.database().name())
                .append("`, at `")
                .append(Words.at(report.current()))
                .append("`, ")
                .append(report.pending().size())
                .append(" pending.\n\n")
                .append(MarkdownText.row(List.of("version", "description", "state", "applied")))
                .append(MarkdownText.rule(4));
        for (MigrationStatus status : shown()) {
            text.append(MarkdownText.row(List.of(
                    status.version().map(Object::toString).orElse("R"),
                    status.description(),
                    States.word(status.state()),
                    status.applied()
                            .flatMap(AppliedMigration::appliedAt)
                            .map(Words::time)
                            .orElse(""))));
        }
        report.problems()
                .forEach(problem -> text.append("\n- **")
                        .append(problem.kind().name())
                        .append("** ")
                        .append(MarkdownText.cell(problem.message())));
        return Optional.of(text.append(report.problems().isEmpty() ? "" : "\n").toString());
    }

    private List<MigrationStatus> shown() {
        return view.pendingOnly()
                ? report.migrations().stream()
                        .filter(status -> status.state().pending())
                        .toList()
                : report.migrations();
    }

    @Override
    public String result() {
        if (!report.problems().isEmpty()) {
            return ExitCode.INVALID.name();
        }
        return report.pending().isEmpty() ? ExitCode.OK.name() : ExitCode.PENDING.name();
    }

    @Override
    public List<String> warnings() {
        return report.warnings();
    }

    @Override
    public void describe(Page page) {
        page.line()
                .add("Database  ")
                .add(Style.STRONG, report.database().asUser())
                .add(product(report.database()));
        page.line("Engine    " + report.engine().id() + " " + report.engine().version() + ", history "
                + report.historyTable());
        page.line().add("Current   ").add(Style.STRONG, Words.at(report.current()));
        page.blank();
        if (!shown().isEmpty()) {
            page.table(table(page));
            page.blank();
        }
        if (view.verbose()) {
            shown().forEach(status -> details(status, page));
            page.blank();
        }
        if (!report.problems().isEmpty()) {
            page.line(Words.count(report.problems().size(), "problem") + ":");
            ProblemList.write(report.problems(), page);
            page.blank();
        }
        page.line(conclusion());
    }

    private static void details(MigrationStatus status, Page page) {
        page.line("  " + status.label() + "  " + status.script());
        status.migration().ifPresent(migration -> {
            page.line("      sha256    " + migration.sha256());
            page.line("      down      " + migration.downScript().orElse("none: it cannot be reverted"));
        });
        status.applied().ifPresent(row -> {
            row.checksum().ifPresent(checksum -> page.line("      recorded  checksum " + checksum));
            row.appliedBy().ifPresent(by -> page.line("      by        " + by));
        });
    }

    private Table table(Page page) {
        Table table = new Table(1);
        for (MigrationStatus status : shown()) {
            table.row(
                    States.mark(status.state()),
                    Span.of(status.version().map(Object::toString).orElse("R")),
                    Span.of(status.description()),
                    new Span(States.mark(status.state()).style(), States.word(status.state())),
                    Span.of(status.applied()
                            .flatMap(AppliedMigration::appliedAt)
                            .map(at -> Words.time(at, page))
                            .orElse("")),
                    Span.of(status.applied()
                            .flatMap(AppliedMigration::executionTime)
                            .map(Words::duration)
                            .orElse("")));
        }
        return table;
    }

    private String conclusion() {
        int pending = report.pending().size();
        if (!report.problems().isEmpty()) {
            return pending + " pending. Nothing can be applied before the problems are solved.";
        }
        if (pending > 0) {
            return pending + " pending. Apply with: switchback upgrade";
        }
        return report.migrations().isEmpty()
                ? "No migrations yet. Create one with: switchback create \"what it does\""
                : "Up to date.";
    }

    private static String product(DatabaseInfo database) {
        if (!database.exists()) {
            return " (" + database.product() + ", not created yet)";
        }
        return " (" + (database.product() + " " + database.version()).strip()
                + (database.readOnly() ? ", read-only" : "") + ")";
    }

    private int ahead() {
        return (int) report.migrations().stream()
                .filter(status -> status.state() == MigrationState.AHEAD)
                .count();
    }

    @Override
    public void describe(Document document) {
        document.object("database", Fields.database(report.database()))
                .object("engine", Fields.engine(report.engine()))
                .object("history", new Document().put("table", report.historyTable()))
                .text("current", report.current())
                .text("head", report.head())
                .put("pending", report.pending().size())
                .put("ahead", ahead())
                .list("migrations", shown(), Fields::status)
                .list("problems", report.problems(), Fields::problem);
    }
}
