package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.MigrationLock;
import java.time.Duration;
import java.util.function.Function;

/** Runs something while holding the migration lock. */
final class Locking {

    private final Database database;
    private final Duration timeout;
    private final MigrationListener listener;

    Locking(Database database, Duration timeout, MigrationListener listener) {
        this.database = database;
        this.timeout = timeout;
        this.listener = listener;
    }

    <T> T locked(Function<MigrationLock.Held, T> work) {
        long start = System.nanoTime();
        try (MigrationLock.Held held = database.lock().acquire(timeout, listener)) {
            listener.on(new MigrationEvent.LockAcquired(Duration.ofNanos(System.nanoTime() - start)));
            return work.apply(held);
        }
    }
}
