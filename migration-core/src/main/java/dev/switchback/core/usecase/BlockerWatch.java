package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.sql.SqlStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks, while a statement runs long, who keeps it waiting: afterwards nobody can tell any more, because a request that
 * has timed out is gone. Costs a connection only then. Ends the statement when its time is over, where the server does
 * not. Started and stopped by the thread of the run.
 */
final class BlockerWatch implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RunSession session;
    private final MigrationListener listener;
    private final Redaction redaction;
    private final long firstLookMillis;
    private final ScheduledThreadPoolExecutor watcher;
    private final Optional<StatementLimit> limit;
    private @Nullable Future<?> looking;
    private volatile List<String> blockers = List.of();

    /**
     * Creates the watch; looks at nothing yet.
     *
     * @param lockTimeout how long a statement may wait for a lock; the first look has to be earlier
     * @param cancel ends what the session executes
     */
    BlockerWatch(
            RunSession session,
            Duration lockTimeout,
            Runnable cancel,
            MigrationListener listener,
            Redaction redaction) {
        this.session = session;
        this.listener = listener;
        this.redaction = redaction;
        long half = lockTimeout.toMillis() / 2;
        this.firstLookMillis = half == 0 ? PATIENCE.toMillis() : Math.min(half, PATIENCE.toMillis());
        this.watcher = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "switchback-blockers");
            thread.setDaemon(true);
            return thread;
        });
        watcher.setRemoveOnCancelPolicy(true);
        this.limit = session.unguardedLimit().map(time -> new StatementLimit(time, cancel));
    }

    /** A statement of a script was sent. */
    void started(String file, SqlStatement statement) {
        long start = System.nanoTime();
        blockers = List.of();
        looking = watcher.scheduleWithFixedDelay(
                () -> look(file, statement, start), firstLookMillis, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        limit.ifPresent(StatementLimit::started);
    }

    private void look(String file, SqlStatement statement, long start) {
        List<String> found = session.blockers().stream().map(redaction::clean).toList();
        if (!found.isEmpty()) {
            blockers = found;
            Duration running = Duration.ofNanos(System.nanoTime() - start);
            listener.on(new MigrationEvent.StatementBlocked(file, statement.index(), statement.line(), running, found));
        }
    }

    /** The statement has ended, well or not. */
    void ended() {
        limit.ifPresent(StatementLimit::ended);
        Future<?> task = looking;
        looking = null;
        if (task != null) {
            task.cancel(false);
        }
    }

    /** Who kept the last statement waiting when it was last looked at. */
    List<String> blockers() {
        return blockers;
    }

    @Override
    public void close() {
        ended();
        limit.ifPresent(StatementLimit::close);
        watcher.shutdown();
    }
}
