package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.MigrationLock;
import java.time.Duration;

/** Takes the lock for a command that tells nothing of waiting, and nothing of the engine's own lock. */
final class LockTaking {

    private final Database database;
    private final Duration timeout;
    private final MigrationListener listener;

    LockTaking(Database database, Duration timeout, MigrationListener listener) {
        this.database = database;
        this.timeout = timeout;
        this.listener = listener;
    }

    /** Waits for it; what comes out is closed by the caller. */
    MigrationLock.Held take() {
        MigrationLock lock = database.lock();
        MigrationLock.Held held =
                lock.acquire(timeout, (waited, holder) -> true).orElseThrow();
        if (!lock.keepsOthersAway()) {
            listener.on(new MigrationEvent.LockSkipped(Duration.ZERO));
        }
        return held;
    }
}
