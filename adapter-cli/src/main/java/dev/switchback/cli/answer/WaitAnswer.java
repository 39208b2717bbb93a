package dev.switchback.cli.answer;

import dev.switchback.api.model.StatusReport;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/**
 * The end of waiting.
 *
 * @param head the status of a database that was waited for until it is at head; empty if only an answer was waited for
 */
public record WaitAnswer(Optional<StatusReport> head) implements Answer {

    @Override
    public ExitCode exitCode() {
        return head.map(WaitAnswer::exitCode).orElse(ExitCode.OK);
    }

    private static ExitCode exitCode(StatusReport status) {
        if (!status.problems().isEmpty()) {
            return ExitCode.INVALID;
        }
        return status.pending().isEmpty() ? ExitCode.OK : ExitCode.PENDING;
    }

    @Override
    public List<String> warnings() {
        return head.map(StatusReport::warnings).orElse(List.of());
    }

    @Override
    public void describe(Page page) {
        if (head.isEmpty()) {
            page.line().add(Mark.DONE).add(" the database answers");
            return;
        }
        StatusReport status = head.get();
        if (!status.problems().isEmpty()) {
            page.line("The database answers, but:");
            ProblemList.write(status.problems(), page);
        } else if (!status.pending().isEmpty()) {
            page.line()
                    .add(Mark.WAITING)
                    .add(" the database answers, but " + status.pending().size() + " pending, at "
                            + Words.at(status.current()));
            page.line("    Next: switchback upgrade");
        } else {
            page.line().add(Mark.DONE).add(" the database is at head, " + Words.at(status.current()));
        }
    }

    @Override
    public void describe(Document document) {
        document.put("answers", true);
        head.ifPresent(status -> document.text("current", status.current())
                .text("head", status.head())
                .put("pending", status.pending().size())
                .list("problems", status.problems(), Fields::problem));
    }
}
