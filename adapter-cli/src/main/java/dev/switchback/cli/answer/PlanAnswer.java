package dev.switchback.cli.answer;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What would run. As text it is a SQL script with comments.
 *
 * @param plan the plan
 */
public record PlanAnswer(MigrationPlan plan) implements Answer {

    @Override
    public String result() {
        return plan.steps().isEmpty() ? ExitCode.OK.name() : ExitCode.PENDING.name();
    }

    @Override
    public List<String> warnings() {
        return plan.warnings();
    }

    @Override
    public List<Annotation> annotations() {
        return plan.steps().stream()
                .flatMap(step -> step.statements().stream()
                        .filter(statement -> statement.destroys().isPresent())
                        .map(statement -> new Annotation(
                                Annotation.Level.WARNING,
                                Optional.of(step.script()),
                                OptionalInt.of(statement.line()),
                                "destroys data",
                                statement.destroys().orElseThrow() + " throws data away")))
                .toList();
    }

    @Override
    public Optional<String> markdown() {
        if (plan.steps().isEmpty()) {
            return Optional.of("Nothing to do, at `" + Words.at(plan.from()) + "`.\n");
        }
        StringBuilder text = new StringBuilder(Words.count(plan.steps().size(), "migration"))
                .append(plan.direction() == Direction.UP ? " to apply" : " to revert")
                .append(", from `" + Words.at(plan.from()) + "` to `" + Words.at(plan.to()) + "`.\n\n")
                .append(MarkdownText.row(List.of("script", "statements", "one transaction", "destroys data")))
                .append(MarkdownText.rule(4));
        for (PlannedMigration step : plan.steps()) {
            text.append(MarkdownText.row(List.of(
                    step.script(),
                    String.valueOf(step.statements().size()),
                    step.transactional() ? "yes" : "no",
                    destroys(step).isEmpty() ? "no" : "**" + String.join(", ", destroys(step)) + "**")));
        }
        for (PlannedMigration step : plan.steps()) {
            StringBuilder sql = new StringBuilder();
            step.statements()
                    .forEach(statement -> sql.append(statement.script()).append('\n'));
            text.append("\n<details><summary>")
                    .append(MarkdownText.cell(step.script()))
                    .append("</summary>\n\n")
                    .append(MarkdownText.fence("sql", sql.toString()))
                    .append("\n</details>\n");
        }
        return Optional.of(text.toString());
    }

    /** The words in a step that throw data away, each once. */
    public static List<String> destroys(PlannedMigration step) {
        return step.statements().stream()
                .flatMap(statement -> statement.destroys().stream())
                .distinct()
                .toList();
    }

    @Override
    public void describe(Page page) {
        if (plan.steps().isEmpty()) {
            page.line("-- nothing to do, at " + Words.at(plan.from()));
            return;
        }
        String verb = plan.direction() == Direction.UP ? "upgrade" : "downgrade";
        page.line(
                Style.FAINT,
                "-- " + verb + " from " + Words.at(plan.from()) + " to " + Words.at(plan.to()) + ": "
                        + Words.count(plan.steps().size(), "migration") + ". Nothing was run.");
        for (PlannedMigration step : plan.steps()) {
            page.blank();
            page.line(
                    Style.FAINT,
                    "-- " + step.script() + ": "
                            + Words.count(step.statements().size(), "statement") + ", "
                            + (step.transactional() ? "in one transaction" : "not in one transaction")
                            + (destroys(step).isEmpty()
                                    ? ""
                                    : ", destroys data: " + String.join(", ", destroys(step))));
            for (PlannedStatement statement : step.statements()) {
                page.script(statement.script());
            }
        }
    }

    @Override
    public void describe(Document document) {
        document.put("direction", plan.direction().name().toLowerCase(Locale.ROOT))
                .put("fingerprint", plan.fingerprint())
                .text("from", plan.from())
                .text("to", plan.to())
                .list("steps", plan.steps(), PlanAnswer::step);
    }

    private static void step(PlannedMigration step, Document to) {
        to.text("version", step.migration().version())
                .put("description", step.migration().description())
                .put("script", step.script())
                .put("transactional", step.transactional())
                .list(
                        "statements",
                        step.statements(),
                        (statement, each) -> each.put("index", statement.index())
                                .put("line", statement.line())
                                .put("sql", statement.sql())
                                .text("destroys", statement.destroys()));
    }
}
