package dev.switchback.core.usecase;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a statement that runs longer than it may, where the server keeps no such limit (MySQL, but for queries). Started
 * and ended by the thread of the run.
 */
final class StatementLimit implements AutoCloseable {

    private final Duration limit;
    private final Runnable cancel;
    private final ScheduledThreadPoolExecutor clock;
    private @Nullable Future<?> end;

    /**
     * Creates the limit; nothing runs yet.
     *
     * @param cancel ends what the connection of the run executes
     */
    StatementLimit(Duration limit, Runnable cancel) {
        this.limit = limit;
        this.cancel = cancel;
        this.clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "switchback-limit");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /** A statement is about to be sent. */
    synchronized void started() {
        end = clock.schedule(this::cancelIfStillRunning, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Holds {@link #ended} up, so that what is canceled is never the statement after it. */
    private synchronized void cancelIfStillRunning() {
        if (end != null) {
            cancel.run();
        }
    }

    /** The statement has ended, well or not. */
    synchronized void ended() {
        Future<?> task = end;
        end = null;
        if (task != null) {
            task.cancel(false);
        }
    }

    @Override
    public void close() {
        ended();
        clock.shutdown();
    }
}
