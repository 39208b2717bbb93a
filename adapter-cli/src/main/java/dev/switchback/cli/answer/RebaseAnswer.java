package dev.switchback.cli.answer;

import dev.switchback.api.model.RebaseResult;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;

/**
 * Which migrations are called what now.
 *
 * @param rebase what was renamed
 */
public record RebaseAnswer(RebaseResult rebase) implements Answer {

    @Override
    public void describe(Page page) {
        if (rebase.migrations().isEmpty()) {
            page.line("Nothing is out of order.");
            return;
        }
        for (RebaseResult.Rebased rebased : rebase.migrations()) {
            page.line().add(Mark.DONE).add(" " + rebased.from() + " is now " + rebased.to());
            rebased.files().forEach(file -> page.line("    " + file.from() + " → " + file.to()));
        }
        page.line("Next: switchback upgrade");
    }

    @Override
    public void describe(Document document) {
        document.list(
                "rebased",
                rebase.migrations(),
                (rebased, to) -> to.put("from", rebased.from().text())
                        .put("to", rebased.to().text())
                        .list(
                                "files",
                                rebased.files(),
                                (file, each) -> each.put("from", file.from()).put("to", file.to())));
    }
}
