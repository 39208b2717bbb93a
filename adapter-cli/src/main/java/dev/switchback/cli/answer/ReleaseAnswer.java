package dev.switchback.cli.answer;

import dev.switchback.api.model.LockHolder;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * The lock of an engine is free again.
 *
 * @param holders who had it; empty if nobody had
 */
public record ReleaseAnswer(List<LockHolder> holders) implements Answer {

    /** Copies the list. */
    public ReleaseAnswer {
        holders = List.copyOf(holders);
    }

    @Override
    public String result() {
        return holders.isEmpty() ? "FREE" : "RELEASED";
    }

    @Override
    public void describe(Page page) {
        if (holders.isEmpty()) {
            page.line("Nothing to release: the engine's own lock is free.");
        }
        holders.forEach(
                holder -> page.line().add(Mark.DONE).add(" freed the lock that was held by " + holder.describe()));
    }

    @Override
    public void describe(Document document) {
        document.list("released", holders, Fields::holder);
    }
}
