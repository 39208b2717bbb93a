package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A held lock, and the engine's own lock beside it. */
abstract class HeldLock implements MigrationLock.Held {

    private final @Nullable JvmClaim claim;
    private final ConnectionSource source;
    private final DatabaseErrors errors;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private @Nullable Connection covered;
    private @Nullable Beside beside;

    /**
     * Begins to hold.
     *
     * @param claim the right of this thread to hold it, given back at the end; null if nothing is held
     * @param source where connections come from
     * @param errors how failures are told
     */
    HeldLock(@Nullable JvmClaim claim, ConnectionSource source, DatabaseErrors errors) {
        this.claim = claim;
        this.source = source;
        this.errors = errors;
    }

    /** The engine's lock, the connection that keeps it, and whether that one does the work as well. */
    private record Beside(EngineLock.Place lock, Connection keeper, boolean shared) {}

    /** Marks the session that does the work. */
    abstract MigrationLock.Cover mark(Connection run) throws SQLException;

    /** A connection that can keep the engine's lock; empty if there is none beside the one that does the work. */
    abstract Optional<Connection> keeper() throws SQLException;

    /** Called after each question on that connection. */
    void settle(Connection keeper) throws SQLException {}

    /** Called before it takes the engine's lock: the session that does the work may have to know it as one of ours. */
    void introduce(Connection keeper, Connection run) throws SQLException {}

    /** Called when it is not needed any more. */
    void putBack(Connection keeper) throws SQLException {}

    /** Frees our lock. Called once, after the engine's is given back. */
    abstract void free() throws SQLException;

    /** Whether it was not closed yet. */
    final boolean isOpen() {
        return open.get();
    }

    /** The connection that does the work, once it is known. */
    final @Nullable Connection covered() {
        return covered;
    }

    @Override
    public final MigrationLock.Cover cover(Connection run) throws SQLException {
        MigrationLock.Cover mark = mark(run);
        covered = run;
        return () -> {
            if (beside != null && beside.shared()) {
                giveBack();
            }
            covered = null;
            mark.close();
        };
    }

    @Override
    public final void close() {
        if (!open.getAndSet(false)) {
            return;
        }
        // whatever one of the three meets, an Error too, the others are done
        try {
            giveBack();
        } finally {
            try {
                free();
            } catch (SQLException e) {
                // what a connection holds ends with it
            } finally {
                if (claim != null) {
                    claim.free();
                }
            }
        }
    }

    /** The engine's lock, if it was taken. */
    private void giveBack() {
        Beside taken = beside;
        beside = null;
        if (taken == null) {
            return;
        }
        try {
            try {
                taken.lock().release(taken.keeper(), taken.shared());
            } finally {
                if (!taken.shared()) {
                    putBack(taken.keeper());
                }
            }
        } catch (SQLException e) {
            // what a connection holds ends with it, and a written row is cleared by the next run
        }
    }

    @Override
    public final boolean await(MigrationLock.Blocker engine, Duration timeout, MigrationLock.Waiting waiting) {
        return poll(new Look(engine), timeout, waiting);
    }

    @Override
    public final boolean take(EngineLock lock, Connection run, Duration timeout, MigrationLock.Waiting waiting) {
        try {
            EngineLock.Place place = lock.in(run);
            Optional<Connection> own = keeper();
            Beside wanted = new Beside(place, own.orElse(run), own.isEmpty());
            boolean taken = false;
            try {
                if (own.isPresent()) {
                    introduce(own.get(), run);
                }
                taken = poll(new Take(wanted), timeout, waiting);
            } finally {
                if (!taken && own.isPresent()) {
                    putBack(own.get());
                }
            }
            beside = taken ? wanted : null;
            return taken;
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    private <T> boolean poll(Polling.Attempt<T> attempt, Duration timeout, MigrationLock.Waiting waiting) {
        try {
            return Polling.poll(attempt, timeout, waiting).isPresent();
        } catch (SQLException e) {
            throw errors.working(source, e);
        }
    }

    private static final class Look implements Polling.Attempt<Boolean> {
        private final MigrationLock.Blocker engine;
        private Optional<LockHolder> blocker = Optional.empty();

        Look(MigrationLock.Blocker engine) {
            this.engine = engine;
        }

        @Override
        public Optional<Boolean> tryOnce() throws SQLException {
            blocker = engine.now();
            return blocker.isPresent() ? Optional.empty() : Optional.of(true);
        }

        @Override
        public Optional<LockHolder> blocker() {
            return blocker;
        }
    }

    private final class Take implements Polling.Attempt<Beside> {
        private final Beside wanted;

        Take(Beside wanted) {
            this.wanted = wanted;
        }

        @Override
        public Optional<Beside> tryOnce() throws SQLException {
            boolean taken = wanted.lock()
                    .tryTake(wanted.keeper(), wanted.shared(), ProcessName.own().asHolder());
            settle(wanted.keeper());
            return taken ? Optional.of(wanted) : Optional.empty();
        }

        @Override
        public Optional<LockHolder> blocker() throws SQLException {
            Optional<LockHolder> holder = wanted.lock().holder(wanted.keeper());
            settle(wanted.keeper());
            return holder;
        }
    }
}
