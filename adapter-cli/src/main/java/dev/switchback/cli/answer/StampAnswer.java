package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.StampResult;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;

/**
 * What {@code stamp} recorded.
 *
 * @param stamp the result
 */
public record StampAnswer(StampResult stamp) implements Answer {

    @Override
    public void describe(Page page) {
        for (Migration marked : stamp.marked()) {
            page.line().add("  ").add(Mark.DONE).add(" recorded as applied  " + marked.script());
        }
        for (AppliedMigration forgotten : stamp.forgotten()) {
            page.line().add("  ").add(Mark.NONE).add(" forgotten  " + forgotten.script());
        }
        page.line("Stamped: the history says " + Words.at(stamp.to()) + ", it said " + Words.at(stamp.from())
                + ". No migration was run.");
    }

    @Override
    public void describe(Document document) {
        document.text("from", stamp.from())
                .text("to", stamp.to())
                .list("marked", stamp.marked(), Fields::migration)
                .list("forgotten", stamp.forgotten(), Fields::applied);
    }
}
