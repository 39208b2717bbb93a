package dev.switchback.cli.answer;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.model.Direction;
import java.util.Locale;
import java.util.Optional;

/** Events of a run as data. {@code RunFinished} has no line of its own: the answer is the last line of the stream. */
public final class Events {

    private static final String EVENT = "event";

    private Events() {}

    /**
     * Says it as data.
     *
     * @param event what happened
     * @param to the JSON object to put it into; stays empty if the event has no line of its own
     */
    public static void describe(MigrationEvent event, Document to) {
        if (event instanceof MigrationEvent.RunStarted run) {
            to.put(EVENT, "plan")
                    .put("direction", word(run.direction()))
                    .text("from", run.from())
                    .list("migrations", run.migrations(), Fields::migration);
        } else if (event instanceof MigrationEvent.MigrationStarted started) {
            begin(to, "migration.started", started.direction(), started.script())
                    .put("position", started.position())
                    .put("total", started.total())
                    .put("statements", started.statements());
        } else if (event instanceof MigrationEvent.MigrationResumed resumed) {
            begin(to, "migration.resumed", resumed.direction(), resumed.script())
                    .put("statement", resumed.from())
                    .put("statements", resumed.total());
        } else if (event instanceof MigrationEvent.StatementStarted statement) {
            to.put(EVENT, "migration.progress")
                    .put("script", statement.script())
                    .put("statement", statement.index())
                    .put("line", statement.line());
        } else if (event instanceof MigrationEvent.MigrationFinished finished) {
            begin(to, "migration.finished", finished.direction(), finished.script())
                    .put("statements", finished.statements())
                    .millis("durationMs", Optional.of(finished.duration()));
        } else if (event instanceof MigrationEvent.MigrationFailed failed) {
            begin(to, "migration.failed", failed.direction(), failed.script())
                    .put("statement", failed.statement().index())
                    .put("line", failed.statement().line());
        } else if (event instanceof MigrationEvent.RunUndone undone) {
            to.put(EVENT, "run.undone")
                    .put("direction", word(undone.direction()))
                    .list("migrations", undone.migrations(), Fields::migration);
        } else {
            waiting(event, to);
        }
    }

    private static void waiting(MigrationEvent event, Document to) {
        if (event instanceof MigrationEvent.LockWaiting waiting) {
            to.put(EVENT, "lock.waiting").millis("waitedMs", Optional.of(waiting.waited()));
            Document holder = new Document();
            waiting.holder().ifPresent(who -> Fields.holder(who, holder));
            to.put("holder", waiting.holder().isPresent() ? holder.fields() : null);
        } else if (event instanceof MigrationEvent.LockAcquired acquired) {
            to.put(EVENT, "lock.acquired").millis("waitedMs", Optional.of(acquired.waited()));
        } else if (event instanceof MigrationEvent.LockSkipped skipped) {
            to.put(EVENT, "lock.skipped")
                    .millis("waitedMs", Optional.of(skipped.waited()))
                    .put("warning", skipped.warning());
        } else if (event instanceof MigrationEvent.DatabaseWaiting waiting) {
            to.put(EVENT, "database.waiting")
                    .millis("waitedMs", Optional.of(waiting.waited()))
                    .put("reason", waiting.reason());
        } else if (event instanceof MigrationEvent.StatementBlocked blocked) {
            to.put(EVENT, "statement.blocked")
                    .put("script", blocked.script())
                    .put("statement", blocked.index())
                    .put("line", blocked.line())
                    .millis("runningMs", Optional.of(blocked.running()))
                    .strings("blockers", blocked.blockers());
        } else if (event instanceof MigrationEvent.MigrationRetried retried) {
            to.put(EVENT, "migration.retried")
                    .put("script", retried.script())
                    .put("attempt", retried.attempt())
                    .put("attempts", retried.attempts())
                    .strings("blockers", retried.blockers());
        } else if (event instanceof MigrationEvent.DoneMeanwhile done) {
            to.put(EVENT, "done.meanwhile").object("meanwhile", Fields.meanwhile(done.meanwhile()));
        }
    }

    private static Document begin(Document to, String name, Direction direction, String script) {
        return to.put(EVENT, name).put("direction", word(direction)).put("script", script);
    }

    private static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
