package dev.switchback.cli.answer;

import dev.switchback.api.model.Problem;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;

/**
 * What was repaired, and what is still wrong.
 *
 * @param changes what was written, a sentence each
 * @param remaining the problems that are still there
 * @param asked whether a repair was asked for, so that problems that remain are no failure of the command
 */
public record RepairAnswer(List<String> changes, List<Problem> remaining, boolean asked) implements Answer {

    /** Copies the lists. */
    public RepairAnswer {
        changes = List.copyOf(changes);
        remaining = List.copyOf(remaining);
    }

    @Override
    public ExitCode exitCode() {
        return asked || remaining.isEmpty() ? ExitCode.OK : ExitCode.INVALID;
    }

    @Override
    public String result() {
        return remaining.isEmpty() ? ExitCode.OK.name() : ExitCode.INVALID.name();
    }

    @Override
    public void describe(Page page) {
        for (String change : changes) {
            page.line().add(Mark.DONE).add(" " + change);
        }
        if (remaining.isEmpty()) {
            page.line(asked ? "No problems remain." : "Nothing to repair.");
            return;
        }
        page.line(Words.count(remaining.size(), "problem") + (asked ? " remaining:" : ":"));
        ProblemList.write(remaining, page);
    }

    @Override
    public void describe(Document document) {
        document.strings("changes", changes).list("problems", remaining, Fields::problem);
    }
}
