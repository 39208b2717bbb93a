package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.jdbc.ConnectionSource;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.MigrationLocks;
import dev.switchback.core.port.MigrationLock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** Runs something while holding the migration lock. */
final class Locking {

    private final ConnectionSource connections;
    private final DatabaseErrors errors;
    private final Duration timeout;
    private final MigrationListener listener;

    Locking(ConnectionSource connections, DatabaseErrors errors, Duration timeout, MigrationListener listener) {
        this.connections = connections;
        this.errors = errors;
        this.timeout = timeout;
        this.listener = listener;
    }

    <T> T locked(Function<MigrationLock.Held, T> work) {
        long start = System.nanoTime();
        try (MigrationLock.Held held = lock().acquire(timeout, listener)) {
            listener.on(new MigrationEvent.LockAcquired(Duration.ofNanos(System.nanoTime() - start)));
            return work.apply(held);
        }
    }

    private MigrationLock lock() {
        try {
            return MigrationLocks.of(connections);
        } catch (SQLException e) {
            throw errors.translate(connections, e);
        }
    }
}
