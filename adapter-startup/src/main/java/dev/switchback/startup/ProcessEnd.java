package dev.switchback.startup;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import java.util.function.Consumer;

/**
 * Heeds that the process is told to end (SIGTERM) while it starts: a framework waits then until the start is over. What
 * waits gives up, and no migration is begun any more; one that runs may come to its end, because not every database could
 * take it back.
 */
final class ProcessEnd implements MigrationListener, AutoCloseable {

    private final MigrationManager migrations;
    private final Consumer<String> log;
    private final Thread starting = Thread.currentThread();
    private final Thread hook = new Thread(this::told, "switchback-end");
    private boolean migrating;
    private boolean waitsForTheDatabase;
    private boolean told;
    private boolean over;

    private ProcessEnd(MigrationManager migrations, Consumer<String> log) {
        this.migrations = migrations;
        this.log = log;
    }

    /** Heeds it from now on, for a start on this thread. */
    static ProcessEnd of(MigrationManager migrations, Consumer<String> log) {
        ProcessEnd end = new ProcessEnd(migrations, log);
        try {
            Runtime.getRuntime().addShutdownHook(end.hook);
        } catch (IllegalStateException e) {
            end.told();
        }
        return end;
    }

    @Override
    public synchronized void on(MigrationEvent event) {
        waitsForTheDatabase = event instanceof MigrationEvent.DatabaseWaiting;
        if (event instanceof MigrationEvent.MigrationStarted || event instanceof MigrationEvent.MigrationResumed) {
            migrating = true;
        } else if (event instanceof MigrationEvent.MigrationFinished) {
            migrating = false;
            if (told) {
                migrations.stop();
            }
        }
    }

    private synchronized void told() {
        if (over) {
            return;
        }
        told = true;
        if (migrating) {
            log.accept("the process is told to end: begins no migration after this one");
            return;
        }
        log.accept("the process is told to end: waits no longer");
        if (!migrations.stop() && waitsForTheDatabase) {
            starting.interrupt();
        }
    }

    @Override
    public synchronized void close() {
        over = true;
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already
        }
    }
}
