package dev.switchback.cli.command;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.cli.answer.Document;
import dev.switchback.cli.answer.Events;
import dev.switchback.cli.render.JsonText;
import dev.switchback.cli.terminal.Terminal;

/** Writes every event of a run as a line of JSON to standard output, as soon as it happens. */
final class EventLines implements MigrationListener {

    private final Terminal terminal;

    EventLines(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void on(MigrationEvent event) {
        Document line = new Document();
        Events.describe(event, line);
        if (!line.fields().isEmpty()) {
            terminal.out(JsonText.of(line) + "\n");
        }
    }
}
