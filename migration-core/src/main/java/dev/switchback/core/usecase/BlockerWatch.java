package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.RunSession;
import dev.switchback.core.sql.SqlStatement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Optional<StatementLimit> limit;
    private @Nullable Thread watcher;
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
        this.limit = session.unguardedLimit().map(time -> new StatementLimit(time, cancel));
    }

    /** A statement of a script was sent. */
    void started(String file, SqlStatement statement) {
        blockers = List.of();
        sent = new Sent(file, statement, System.nanoTime());
        if (watcher == null) {
            watcher = new Thread(this::watch, "switchback-blockers");
            watcher.setDaemon(true);
            watcher.start();
        }
        limit.ifPresent(StatementLimit::started);
    }

    /**
     * Wakes at least as often as a first look could be due, so that it is late for no statement that began meanwhile: to be
     * woken by each statement would be a switch of threads for each.
     */
    private void watch() {
        try {
            long wait = firstLook.toNanos();
            while (!closed.await(wait, TimeUnit.NANOSECONDS)) {
                wait = Math.min(firstLook.toNanos(), lookIfDue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The nanoseconds until the statement that runs now is looked at next. */
    private long lookIfDue() {
        Sent now = sent;
        if (now == null) {
            return Long.MAX_VALUE;
        }
        boolean again = now.equals(lookedAt);
        long due = (again ? lastLook + EVERY.toNanos() : now.start() + firstLook.toNanos()) - System.nanoTime();
        if (due > 0) {
            return due;
        }
        look(now);
        lookedAt = now;
        lastLook = System.nanoTime();
        return EVERY.toNanos();
    }

    private void look(Sent seen) {
        List<String> found = found();
        Sent now = sent;
        boolean nextHasBegun = now != null && !now.equals(seen);
        if (found.isEmpty() || nextHasBegun) {
            return;
        }
        blockers = found;
        Duration running = Duration.ofNanos(System.nanoTime() - seen.start());
        SqlStatement statement = seen.statement();
        listener.on(
                new MigrationEvent.StatementBlocked(seen.file(), statement.index(), statement.line(), running, found));
    }

    private List<String> found() {
        try {
            return session.blockers().stream().map(redaction::clean).toList();
        } catch (RuntimeException e) {
            // of a driver, say: that nobody is named is no reason to look no more
            return List.of();
        }
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
        closed.countDown();
    }
}
