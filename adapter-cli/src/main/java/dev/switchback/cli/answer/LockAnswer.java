package dev.switchback.cli.answer;

import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;

/**
 * Who holds the migration lock.
 *
 * @param status what was found
 */
public record LockAnswer(LockStatus status) implements Answer {

    @Override
    public String result() {
        return status.held() ? "HELD" : "FREE";
    }

    @Override
    public void describe(Page page) {
        page.line()
                .add("Database  ")
                .add(Style.STRONG, status.database().name())
                .add(" (" + status.database().product() + ")");
        page.line("Lock      " + status.lock());
        page.blank();
        if (!status.held()) {
            page.line().add(Mark.DONE).add(" free: a run can begin at once");
        }
        for (LockHolder holder : status.holders()) {
            describe(holder, page);
        }
    }

    private static void describe(LockHolder holder, Page page) {
        Mark mark = holder.kind() == LockHolder.Kind.RUN ? Mark.WAITING : Mark.ODD;
        page.line().add(mark).add(" ").add(Words.holding(holder));
        holder.release().ifPresent(sql -> page.line("  If nobody else ends it: " + sql));
    }

    @Override
    public void describe(Document document) {
        document.object("database", Fields.database(status.database()))
                .put("lock", status.lock())
                .put("held", status.held())
                .list("holders", status.holders(), Fields::holder);
    }
}
