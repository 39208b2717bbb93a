package dev.switchback.api.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process migrates this database and did not finish in time, or the lock was lost. Retrying is sensible. */
public final class MigrationLockException extends SwitchbackException {

    private final Duration waited;
    private final @Nullable String holder;

    /**
     * Creates the error.
     *
     * @param waited how long this process waited
     * @param holder who holds the lock, or null if unknown
     * @param reason what happened
     */
    public MigrationLockException(Duration waited, @Nullable String holder, String reason) {
        super(
                ErrorCode.LOCKED,
                DatabaseState.UNCHANGED,
                reason,
                "wait for the other process and run the command again, or raise lock.timeout",
                null);
        this.waited = waited;
        this.holder = holder;
    }

    /** How long this process waited. */
    public Duration waited() {
        return waited;
    }

    /** Who holds the lock, if known. */
    public Optional<String> holder() {
        return Optional.ofNullable(holder);
    }
}
