package dev.switchback.cli.answer;

import dev.switchback.api.model.AutoUpgradeResult;
import dev.switchback.api.model.RunResult;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * What {@code auto-upgrade} did.
 *
 * @param auto the result
 */
public record AutoUpgradeAnswer(AutoUpgradeResult auto) implements Answer {

    @Override
    public List<String> warnings() {
        return auto.run().map(RunResult::warnings).orElse(List.of());
    }

    @Override
    public void describe(Page page) {
        page.line().add(Mark.DONE).add(" " + auto.summary());
    }

    @Override
    public void describe(Document document) {
        document.put("pendingBefore", auto.pendingBefore()).put("upgraded", auto.upgraded());
        auto.run()
                .ifPresentOrElse(
                        run -> RunAnswer.describe(run, document),
                        () -> document.list("executed", List.<RunResult>of(), (none, to) -> {}));
    }
}
