package dev.switchback.cli.answer;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.RunResult;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Locale;

/**
 * What an upgrade or a downgrade did. What it did to each migration was told on the way.
 *
 * @param run the result
 */
public record RunAnswer(RunResult run) implements Answer {

    @Override
    public List<String> warnings() {
        return run.warnings();
    }

    @Override
    public void describe(Page page) {
        if (!run.changedAnything()) {
            page.line("Nothing to do, at " + Words.at(run.to())
                    + run.meanwhile().map(others -> ": " + others.summary()).orElse("") + ".");
            return;
        }
        String verb = run.direction() == Direction.UP ? " applied" : " reverted";
        page.line()
                .add(Mark.DONE)
                .add(" Done. " + run.executed().size() + verb + " in " + Words.duration(run.duration()) + ", now at "
                        + Words.at(run.to()) + ".");
        run.meanwhile().ifPresent(others -> page.line("  Before that, " + others.summary() + "."));
    }

    @Override
    public void describe(Document document) {
        describe(run, document);
    }

    static void describe(RunResult run, Document document) {
        document.put("direction", run.direction().name().toLowerCase(Locale.ROOT))
                .text("from", run.from())
                .text("to", run.to())
                .put("durationMs", run.duration().toMillis())
                .list("executed", run.executed(), Fields::executed)
                .put(
                        "meanwhile",
                        run.meanwhile()
                                .map(others -> Fields.meanwhile(others).fields())
                                .orElse(null));
    }
}
