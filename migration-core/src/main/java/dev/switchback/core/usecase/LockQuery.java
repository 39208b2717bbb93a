package dev.switchback.core.usecase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.LockStatus;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineLock;
import dev.switchback.core.port.MigrationLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who holds the lock. */
final class LockQuery {

    private final Database database;
    private final Optional<EngineLock> engineLock;

    LockQuery(Database database, Optional<EngineLock> engineLock) {
        this.database = database;
        this.engineLock = engineLock;
    }

    LockStatus status() {
        MigrationLock lock = database.lock();
        List<LockHolder> holders = new ArrayList<>(lock.holders());
        boolean running = holders.stream().anyMatch(h -> h.kind() == LockHolder.Kind.RUN);
        // what a run that holds our lock has written into the engine's is nothing more to tell
        engineHolder()
                .filter(h -> h.kind() == LockHolder.Kind.ENGINE || !running)
                .ifPresent(holders::add);
        return new LockStatus(database.info(), lock.description(), holders);
    }

    /** Whether runs wait for each other. */
    boolean keepsRunsApart() {
        return database.lock().keepsOthersAway();
    }

    private Optional<LockHolder> engineHolder() {
        if (engineLock.isEmpty() || !database.exists()) {
            return Optional.empty();
        }
        EngineLock lock = engineLock.get();
        return database.readUnlessTaken(
                        connection -> lock.exists(connection) ? lock.holder(connection) : Optional.<LockHolder>empty())
                .flatMap(holder -> holder);
    }
}
