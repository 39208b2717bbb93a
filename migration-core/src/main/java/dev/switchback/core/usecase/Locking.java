package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Changes the database while holding the migration lock. */
final class Locking {

    private final Database database;
    private final Optional<EngineLock> engineLock;
    private final Duration timeout;
    private final MigrationListener listener;
    private final Stopping stopping;

    Locking(
            Database database,
            Optional<EngineLock> engineLock,
            Duration timeout,
            MigrationListener listener,
            Stopping stopping) {
        this.database = database;
        this.engineLock = engineLock;
        this.timeout = timeout;
        this.listener = listener;
        this.stopping = stopping;
    }

    /**
     * What is done.
     *
     * @param <T> what comes out
     */
    interface Work<T> {
        T in(Turn turn) throws SQLException;
    }

    /**
     * Whether a run of ours that died, or one that is still at work, keeps the engine out when it is used without us. Then
     * even a command that finds nothing to do takes its turn, which ends that.
     */
    boolean keepsTheEngineOut() {
        return outlivesUs() && database.exists() && database.read(this::isLeftOver);
    }

    /** Where a run that died keeps the engine out: what is taken over now is given back at the end of the turn. */
    void letTheEngineIn(Turn turn) throws SQLException {
        // on the connection that is there: a pool may have no other
        if (outlivesUs() && database.<Boolean>look(turn.connection(), this::isLeftOver)) {
            turn.shutOut();
        }
    }

    private boolean outlivesUs() {
        return engineLock.filter(EngineLock::outlivesUs).isPresent();
    }

    private boolean isLeftOver(Connection connection) throws SQLException {
        EngineLock lock = engineLock.orElseThrow();
        return lock.exists(connection)
                && lock.holder(connection)
                        .filter(holder -> holder.kind() == LockHolder.Kind.LEFTOVER)
                        .isPresent();
    }

    /** Waits for the turn and does the work. */
    <T> T locked(Work<T> work) {
        return locked((waited, holder) -> true, work).orElseThrow();
    }

    /** The same; empty if {@code watching} saw while waiting that it is not needed any more. */
    <T> Optional<T> locked(MigrationLock.Waiting watching, Work<T> work) {
        stopping.enter();
        try {
            return inTurn(watching, work);
        } finally {
            stopping.leave();
        }
    }

    private <T> Optional<T> inTurn(MigrationLock.Waiting watching, Work<T> work) {
        long start = System.nanoTime();
        MigrationLock.Waiting waiting = (waited, holder) -> {
            boolean goOn = watching.goOn(waited, holder);
            if (goOn) {
                listener.on(new MigrationEvent.LockWaiting(since(start), holder));
            }
            return goOn;
        };
        MigrationLock lock = database.lock();
        Optional<MigrationLock.Held> taken = lock.acquire(timeout, waiting);
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        try (MigrationLock.Held held = taken.get()) {
            return database.write(held, connection -> {
                Turn turn = new Turn(database, connection, held, engineLock, left(start), waiting);
                if (!turn.begin()) {
                    return Optional.empty();
                }
                stopping.begin();
                listener.on(
                        lock.keepsOthersAway()
                                ? new MigrationEvent.LockAcquired(since(start))
                                : new MigrationEvent.LockSkipped(since(start)));
                return Optional.of(work.in(turn));
            });
        }
    }

    private Duration left(long start) {
        Duration left = timeout.minus(since(start));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
