package dev.switchback.cli.command;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.cli.render.Look;
import dev.switchback.cli.terminal.Line;
import dev.switchback.cli.terminal.Page;
import dev.switchback.cli.terminal.Terminal;
import dev.switchback.cli.terminal.Ticker;
import java.util.Optional;

/**
 * Tells on the error stream what a run does. On a terminal one line is updated in place while a migration runs; elsewhere
 * there is a line when it starts and one when it ends, and one every half minute between.
 */
final class Progress implements MigrationListener {

    private static final long REDRAW_MILLIS = 200;
    private static final long HEARTBEAT_MILLIS = 30_000;
    private static final String BEGIN_AGAIN = "\r\u001b[K";

    private final Terminal terminal;
    private final Look look;
    private final Ticker ticker;
    private final boolean live;
    private final ProgressWords words = new ProgressWords();
    private Optional<RunningMigration> running = Optional.empty();
    private boolean drawn;

    /**
     * Prepares it.
     *
     * @param terminal where to write
     * @param look how it shall look
     * @param ticker calls while a migration runs
     * @param live whether a line may be updated in place
     */
    Progress(Terminal terminal, Look look, Ticker ticker, boolean live) {
        this.terminal = terminal;
        this.look = look;
        this.ticker = ticker;
        this.live = live;
    }

    @Override
    public synchronized void on(MigrationEvent event) {
        follow(event);
        Page page = look.page();
        words.tell(event, page, live);
        String text = page.render(look.errColor());
        if (!text.isEmpty()) {
            erase();
            terminal.err(text);
        }
        draw();
    }

    private void follow(MigrationEvent event) {
        Optional<RunningMigration> started = RunningMigration.of(event, System.nanoTime());
        if (started.isPresent()) {
            running = started;
            ticker.start(live ? REDRAW_MILLIS : HEARTBEAT_MILLIS, this::tick);
        } else if (event instanceof MigrationEvent.StatementStarted statement) {
            running.ifPresent(it -> it.at(statement));
        } else if (event instanceof MigrationEvent.MigrationFinished
                || event instanceof MigrationEvent.MigrationFailed
                || event instanceof MigrationEvent.RunFinished) {
            running = Optional.empty();
            ticker.stop();
        }
    }

    private synchronized void tick() {
        if (running.isEmpty()) {
            return;
        }
        if (live) {
            draw();
            return;
        }
        Page page = look.page();
        page.line("    still running: " + running.get().state(System.nanoTime()));
        terminal.err(page.render(look.errColor()));
    }

    private void draw() {
        if (!live || running.isEmpty()) {
            erase();
            return;
        }
        Page page = look.page();
        Line line = page.line();
        line.add("  " + running.get().line(System.nanoTime(), look.width() - 3));
        terminal.err(BEGIN_AGAIN + page.render(look.errColor()).stripTrailing());
        drawn = true;
    }

    private void erase() {
        if (drawn) {
            terminal.err(BEGIN_AGAIN);
            drawn = false;
        }
    }
}
