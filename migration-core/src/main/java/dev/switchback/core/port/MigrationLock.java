package dev.switchback.core.port;

import dev.switchback.api.event.MigrationListener;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;

/**
 * One runner at a time on one database. The lock is outermost: it is taken before the engine touches anything, and held
 * for the whole run. It never lives in a committed row, so the death of its holder frees it.
 */
public interface MigrationLock {

    /**
     * Waits for the lock. Called once per run.
     *
     * @param timeout how long to wait at most; zero tries once
     * @param listener told about waiting, about every ten seconds
     * @return the held lock, to be closed by the caller
     * @throws dev.switchback.api.error.MigrationLockException if it is not free in time
     */
    Held acquire(Duration timeout, MigrationListener listener);

    /** The held lock. */
    interface Held extends AutoCloseable {

        /**
         * Makes sure that the lock is still held. Called before each migration.
         *
         * @throws dev.switchback.api.error.MigrationLockException if it was lost
         */
        void ensureHeld();

        /**
         * The connection that the lock lives on, if the work can be done on it as well: then lock and work are lost
         * together, and one connection is enough. Whoever works on it leaves it open.
         *
         * @return the connection, with auto-commit on; empty if the lock needs it for itself, or has none
         */
        default Optional<Connection> connection() {
            return Optional.empty();
        }

        /** Frees the lock. Idempotent. */
        @Override
        void close();
    }
}
