package dev.switchback.cli.answer;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationPlan;
import dev.switchback.api.model.PlannedMigration;
import dev.switchback.api.model.PlannedStatement;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;
import java.util.List;
import java.util.Locale;

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
                            + (step.transactional() ? "in one transaction" : "not in one transaction"));
            for (PlannedStatement statement : step.statements()) {
                page.paragraph("", "", statement.sql().stripTrailing() + ";");
            }
        }
    }

    @Override
    public void describe(Document document) {
        document.put("direction", plan.direction().name().toLowerCase(Locale.ROOT))
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
                                .put("sql", statement.sql()));
    }
}
