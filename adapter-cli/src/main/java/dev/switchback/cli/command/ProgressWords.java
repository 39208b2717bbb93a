package dev.switchback.cli.command;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Direction;
import dev.switchback.cli.answer.Words;
import dev.switchback.cli.terminal.Line;
import dev.switchback.cli.terminal.Mark;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Style;

/** What happens during a run, in a line each. */
final class ProgressWords {

    /**
     * Tells of an event.
     *
     * @param event what happened
     * @param page where to write; stays empty if it is not worth a line
     * @param live whether another line already shows which migration runs
     */
    void tell(MigrationEvent event, Page page, boolean live) {
        if (event instanceof MigrationEvent.LockWaiting waiting) {
            page.line("Waiting for the migration lock, " + Words.duration(waiting.waited()) + " so far"
                    + waiting.holder()
                            .map(holder -> ": " + Words.holding(holder))
                            .orElse(""));
        } else if (event instanceof MigrationEvent.LockSkipped skipped) {
            page.line().add(Mark.ODD).add(" ").add(Style.WARN, "Warning: ").add(skipped.warning());
        } else if (event instanceof MigrationEvent.DatabaseWaiting waiting) {
            page.line("Waiting for the database, " + Words.duration(waiting.waited()) + " so far: " + waiting.reason());
        } else if (event instanceof MigrationEvent.RunStarted run) {
            String verb = run.direction() == Direction.UP ? " to apply" : " to revert";
            page.line("Plan: " + Words.count(run.migrations().size(), "migration") + verb + ", now at "
                    + Words.at(run.from()));
        } else if (event instanceof MigrationEvent.MigrationStarted started && !live) {
            begin(page, Mark.WAITING)
                    .add(started.direction() == Direction.UP ? "applying   " : "reverting  ")
                    .add(started.script())
                    .add(Style.FAINT, "  [" + started.position() + "/" + started.total() + "]");
        } else if (event instanceof MigrationEvent.MigrationResumed resumed) {
            begin(page, Mark.WAITING).add("resuming   ").add(resumed.script()).add(Style.FAINT, "  " + rest(resumed));
        } else if (event instanceof MigrationEvent.MigrationFinished finished) {
            begin(page, Mark.DONE)
                    .add(finished.direction() == Direction.UP ? "applied    " : "reverted   ")
                    .add(finished.script())
                    .add(
                            Style.FAINT,
                            "  " + Words.count(finished.statements(), "statement") + ", "
                                    + Words.duration(finished.duration()));
        } else if (event instanceof MigrationEvent.StatementBlocked blocked) {
            page.line("    statement " + blocked.index() + " (line " + blocked.line() + ") waits for a lock, "
                    + Words.duration(blocked.running()) + " so far; blocked by "
                    + String.join("; ", blocked.blockers()));
        } else if (event instanceof MigrationEvent.MigrationRetried retried) {
            begin(page, Mark.WAITING)
                    .add("again      ")
                    .add(retried.script())
                    .add(
                            Style.FAINT,
                            "  met a lock and was rolled back; try " + retried.attempt() + " of " + retried.attempts()
                                    + " in " + Words.duration(retried.pause()));
        } else if (event instanceof MigrationEvent.MigrationFailed failed) {
            begin(page, Mark.WRONG).add("failed     ").add(failed.script());
        } else if (event instanceof MigrationEvent.RunUndone undone) {
            begin(page, Mark.ODD)
                    .add("undone     ")
                    .add(Words.count(undone.migrations().size(), "migration"))
                    .add(Style.FAINT, "  the run was one transaction, and was rolled back whole");
        }
    }

    private static String rest(MigrationEvent.MigrationResumed resumed) {
        return resumed.from() > resumed.total()
                ? "all " + Words.count(resumed.total(), "statement") + " done"
                : "from statement " + resumed.from() + " of " + resumed.total();
    }

    private static Line begin(Page page, Mark mark) {
        return page.line().add("  ").add(mark).add(" ");
    }
}
