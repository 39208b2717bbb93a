package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.sql.SqlStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final Duration firstLook;
    private final ScheduledThreadPoolExecutor watcher;
    private final Optional<StatementLimit> limit;
    private boolean watching;
    private volatile @Nullable Sent sent;
    private volatile List<String> blockers = List.of();

    /** Used by the thread that watches. */
    private @Nullable Sent lookedAt;

    private long lastLook;

    /** A statement that the server has, and since when. */
    private record Sent(String file, SqlStatement statement, long start) {}

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
        Duration half = Duration.ofMillis(lockTimeout.toMillis() / 2);
        this.firstLook = half.isZero() || half.compareTo(PATIENCE) > 0 ? PATIENCE : half;
        this.watcher = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "switchback-blockers");
            thread.setDaemon(true);
            return thread;
        });
        watcher.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.limit = session.unguardedLimit().map(time -> new StatementLimit(time, cancel));
    }

    /** A statement of a script was sent. */
    void started(String file, SqlStatement statement) {
        blockers = List.of();
        sent = new Sent(file, statement, System.nanoTime());
        if (!watching) {
            watching = true;
            watcher.schedule(this::turn, firstLook.toNanos(), TimeUnit.NANOSECONDS);
        }
        limit.ifPresent(StatementLimit::started);
    }

    /**
     * Comes at least as often as a first look could be due, so that it is late for no statement that began meanwhile: a
     * task for each statement would wake the other thread as often as there are statements.
     */
    private void turn() {
        long next = firstLook.toNanos();
        try {
            Sent now = sent;
            if (now != null) {
                long due = (now == lookedAt ? lastLook + EVERY.toNanos() : now.start() + next) - System.nanoTime();
                if (due > 0) {
                    next = Math.min(next, due);
                } else {
                    look(now);
                    lookedAt = now;
                    lastLook = System.nanoTime();
                }
            }
        } finally {
            // refused when the watch was closed meanwhile, which ends this task as it should
            watcher.schedule(this::turn, next, TimeUnit.NANOSECONDS);
        }
    }

    private void look(Sent seen) {
        List<String> found = session.blockers().stream().map(redaction::clean).toList();
        Sent now = sent;
        boolean nextHasBegun = now != null && now != seen;
        if (found.isEmpty() || nextHasBegun) {
            return;
        }
        blockers = found;
        Duration running = Duration.ofNanos(System.nanoTime() - seen.start());
        SqlStatement statement = seen.statement();
        listener.on(
                new MigrationEvent.StatementBlocked(seen.file(), statement.index(), statement.line(), running, found));
    }

    /** The statement has ended, well or not. */
    void ended() {
        limit.ifPresent(StatementLimit::ended);
        sent = null;
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
