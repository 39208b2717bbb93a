package dev.switchback.cli.command;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.cli.answer.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The migration that runs at this moment, as a progress line tells of it. */
final class RunningMigration {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final String place;
    private final String script;
    private final int statements;
    private final long since;
    private int statement;
    private int line;

    private RunningMigration(String place, String script, int statements, long since) {
        this.place = place;
        this.script = script;
        this.statements = statements;
        this.since = since;
    }

    /** The one that an event begins. */
    static Optional<RunningMigration> of(MigrationEvent event, long now) {
        if (event instanceof MigrationEvent.MigrationStarted started) {
            return Optional.of(new RunningMigration(
                    "[" + started.position() + "/" + started.total() + "]",
                    started.script(),
                    started.statements(),
                    now));
        }
        if (event instanceof MigrationEvent.MigrationResumed resumed) {
            return Optional.of(new RunningMigration("[1/1]", resumed.script(), resumed.total(), now));
        }
        return Optional.empty();
    }

    void at(MigrationEvent.StatementStarted event) {
        statement = event.index();
        line = event.line();
    }

    /** One line that fits. */
    String line(long now, int width) {
        long seconds = (now - since) / NANOS_PER_SECOND;
        String clock = String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
        String end = "  " + clock + (statement == 0 ? "" : "  statement " + statement + "/" + statements);
        int left = Math.max(8, width - place.length() - 1 - end.length());
        String name = script.length() <= left ? script : script.substring(0, left - 1) + "~";
        return place + " " + name + end;
    }

    /** What a person who has waited for long wants to know. */
    String state(long now) {
        return script + ", " + Words.duration(Duration.ofNanos(now - since))
                + (statement == 0 ? "" : ", at statement " + statement + " of " + statements + " (line " + line + ")");
    }
}
