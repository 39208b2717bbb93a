package dev.switchback.startup;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Lines for whoever watches a start that takes long: what is waited for, at once, and what runs, every few seconds. A
 * start that is quick has none. A statement can run for an hour without an event, so the lines come from a thread of their
 * own, which exists only while migrations run.
 */
final class ProgressLog implements MigrationListener, AutoCloseable {

    private final StartupProgress progress;
    private final Duration every;
    private final Consumer<String> log;
    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);

    ProgressLog(StartupProgress progress, Duration every, Consumer<String> log) {
        this.progress = progress;
        this.every = every;
        this.log = log;
    }

    /** What is said comes from the progress, which therefore must hear each event first. */
    @Override
    public void on(MigrationEvent event) {
        if (event instanceof MigrationEvent.LockWaiting
                || event instanceof MigrationEvent.DatabaseWaiting
                || event instanceof MigrationEvent.StatementBlocked
                || event instanceof MigrationEvent.MigrationRetried) {
            log.accept(progress.describe());
        } else if (event instanceof MigrationEvent.RunStarted && running.compareAndSet(false, true)) {
            Thread thread = new Thread(this::repeat, "switchback-progress");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void repeat() {
        try {
            while (!over.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                if (progress.migrates()) {
                    log.accept(progress.describe());
                }
            }
        } catch (InterruptedException e) {
            // somebody ends all threads
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
