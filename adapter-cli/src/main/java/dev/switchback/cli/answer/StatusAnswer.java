package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.StatusReport;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Span;
import dev.switchback.cli.terminal.Style;
import dev.switchback.cli.terminal.Table;
import java.util.List;

/**
 * The database beside the files.
 *
 * @param report what was found
 */
public record StatusAnswer(StatusReport report) implements Answer {

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
                .add(Style.STRONG, report.database().name())
                .add(product(report.database()));
        page.line("Engine    " + report.engine().id() + " " + report.engine().version() + ", history "
                + report.historyTable());
        page.line().add("Current   ").add(Style.STRONG, Words.at(report.current()));
        page.blank();
        if (!report.migrations().isEmpty()) {
            page.table(table());
            page.blank();
        }
        if (!report.problems().isEmpty()) {
            page.line(Words.count(report.problems().size(), "problem") + ":");
            ProblemList.write(report.problems(), page);
            page.blank();
        }
        page.line(conclusion());
    }

    private Table table() {
        Table table = new Table(1);
        for (MigrationStatus status : report.migrations()) {
            table.row(
                    States.mark(status.state()),
                    Span.of(status.version().map(Object::toString).orElse("R")),
                    Span.of(status.description()),
                    new Span(States.mark(status.state()).style(), States.word(status.state())),
                    Span.of(status.applied()
                            .flatMap(AppliedMigration::appliedAt)
                            .map(Words::time)
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
        return " (" + (database.product() + " " + database.version()).strip() + ")";
    }

    @Override
    public void describe(Document document) {
        document.object("database", Fields.database(report.database()))
                .object("engine", Fields.engine(report.engine()))
                .object("history", new Document().put("table", report.historyTable()))
                .text("current", report.current())
                .text("head", report.head())
                .put("pending", report.pending().size())
                .list("migrations", report.migrations(), Fields::status)
                .list("problems", report.problems(), Fields::problem);
    }
}
