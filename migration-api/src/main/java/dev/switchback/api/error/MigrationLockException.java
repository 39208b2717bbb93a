package dev.switchback.api.error;

import dev.switchback.api.model.LockHolder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Another process migrates this database and did not finish in time, or the lock was lost. Retrying is sensible. */
public final class MigrationLockException extends SwitchbackException {

    private final Duration waited;
    private final @Nullable LockHolder holder;

    private MigrationLockException(
            DatabaseState state, Duration waited, @Nullable LockHolder holder, String reason, String nextStep) {
        super(ErrorCode.LOCKED, state, reason, nextStep, null);
        this.waited = waited;
        this.holder = holder;
    }

    /**
     * The lock was not free in time; nothing was changed.
     *
     * @param waited how long this process waited
     * @param holder who was waited for, or null if unknown
     * @return the error
     */
    public static MigrationLockException notFree(Duration waited, @Nullable LockHolder holder) {
        String reason = "the migration lock was not free within "
                + (waited.toSeconds() == 0 ? waited.toMillis() + " ms" : waited.toSeconds() + " s");
        return new MigrationLockException(
                DatabaseState.UNCHANGED,
                waited,
                holder,
                holder == null ? reason : reason + "; " + why(holder),
                holder == null ? patience() : next(holder));
    }

    private static String why(LockHolder holder) {
        return switch (holder.kind()) {
            case RUN -> "held by " + holder.describe();
            case LEFTOVER -> "the server still executes " + holder.describe();
            case ENGINE -> "the engine's own lock is held by " + holder.describe();
        };
    }

    private static String next(LockHolder holder) {
        return switch (holder.kind()) {
            case RUN -> patience();
            case LEFTOVER ->
                "wait until it has ended, and run the command again"
                        + holder.release().map(sql -> "; or end it: " + sql).orElse("");
            case ENGINE ->
                patience()
                        + holder.release()
                                .map(sql -> "; if that process is dead, free its lock: " + sql
                                        + "; or with: switchback lock release")
                                .orElse("");
        };
    }

    private static String patience() {
        return "look with: switchback lock status; then try again, or raise lock.timeout (on the"
                + " command line --lock-timeout)";
    }

    /**
     * The thread was interrupted while it waited; nothing was changed.
     *
     * @param waited how long this process waited
     * @return the error
     */
    public static MigrationLockException interrupted(Duration waited) {
        return new MigrationLockException(
                DatabaseState.UNCHANGED,
                waited,
                null,
                "interrupted while waiting for the migration lock",
                "run the command again");
    }

    /**
     * The lock was held and is not any more; the run stops before its next migration, and what it did before stays.
     *
     * @param reason how that was noticed
     * @return the error
     */
    public static MigrationLockException lost(String reason) {
        return new MigrationLockException(
                DatabaseState.UNKNOWN,
                Duration.ZERO,
                null,
                "the migration lock was lost: " + reason,
                "see what was done with: switchback status; then run the command again");
    }

    /** How long this process waited. */
    public Duration waited() {
        return waited;
    }

    /** Who was waited for, if known. */
    public Optional<LockHolder> holder() {
        return Optional.ofNullable(holder);
    }
}
