package dev.switchback.core.usecase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The time in which this process may change the database: our lock is held, and if there is one, the engine's too. */
final class Turn {

    private final Database database;
    private final Connection connection;
    private final MigrationLock.Held held;
    private final Optional<EngineLock> engineLock;
    private final Duration timeout;
    private final MigrationLock.Waiting waiting;

    Turn(
            Database database,
            Connection connection,
            MigrationLock.Held held,
            Optional<EngineLock> engineLock,
            Duration timeout,
            MigrationLock.Waiting waiting) {
        this.database = database;
        this.connection = connection;
        this.held = held;
        this.engineLock = engineLock;
        this.timeout = timeout;
        this.waiting = waiting;
    }

    /** The connection that does the work. */
    Connection connection() {
        return connection;
    }

    /** The lock. */
    MigrationLock.Held held() {
        return held;
    }

    /** Whether the engine, used without us, could write beside us until it is shut out. */
    boolean canBeDisturbed() {
        return engineLock.isPresent();
    }

    /** Waits for the engine used without us, if it has been used here; false if {@code waiting} gave up. */
    boolean begin() {
        return engineLock.isEmpty()
                || held.await(() -> database.look(connection, this::engineAtWork), timeout, waiting);
    }

    private Optional<LockHolder> engineAtWork(Connection looking) throws SQLException {
        EngineLock lock = engineLock.orElseThrow();
        return lock.exists(looking)
                ? lock.holder(looking).filter(holder -> holder.kind() == LockHolder.Kind.ENGINE)
                : Optional.empty();
    }

    /**
     * Shuts out the engine used without us, before the first thing is written.
     *
     * @return whether it could still have written something, so that what was read may be old
     */
    boolean shutOut() throws SQLException {
        if (engineLock.isEmpty()) {
            return false;
        }
        EngineLock lock = engineLock.get();
        if (!database.<Boolean>look(connection, lock::exists)) {
            lock.create(connection);
        }
        // nobody gives up here: whoever is waited for began a moment ago
        held.take(lock, connection, timeout, (waited, holder) -> {
            waiting.goOn(waited, holder);
            return true;
        });
        return true;
    }
}
