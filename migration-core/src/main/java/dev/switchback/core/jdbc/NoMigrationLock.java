package dev.switchback.core.jdbc;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.MigrationLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** No lock: whoever asks may go on at once, and nobody can tell who else does. */
final class NoMigrationLock implements MigrationLock {

    private final ConnectionSource source;
    private final SessionSettings settings;
    private final DatabaseErrors errors;

    NoMigrationLock(ConnectionSource source, SessionSettings settings, DatabaseErrors errors) {
        this.source = source;
        this.settings = settings;
        this.errors = errors;
    }

    @Override
    public boolean keepsOthersAway() {
        return false;
    }

    @Override
    public String description() {
        return "none is used (lock.type=none): runs do not wait for each other";
    }

    @Override
    public List<LockHolder> holders() {
        return List.of();
    }

    @Override
    public Optional<Held> acquire(Duration timeout, Waiting waiting) {
        return Optional.of(new HeldNothing(source, settings, errors));
    }
}
