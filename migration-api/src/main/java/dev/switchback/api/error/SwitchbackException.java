package dev.switchback.api.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Base of everything Switchback throws on purpose.
 *
 * <p>{@link #getMessage()} says what happened, {@link #databaseState()} in what state the database is now, and
 * {@link #nextStep()} what to do about it. No message, and no cause, contains a secret. Immutable and thread-safe.
 */
public abstract sealed class SwitchbackException extends RuntimeException
        permits ConfigurationException,
                DatabaseAccessException,
                EngineFailureException,
                EngineNotFoundException,
                HistoryMismatchException,
                InvalidMigrationSourceException,
                InvalidRequestException,
                InvalidTargetException,
                IrreversibleMigrationException,
                MigrationFailedException,
                MigrationLockException,
                PendingMigrationsException,
                UnprovenMigrationException,
                UnsupportedCapabilityException {

    private final ErrorCode code;
    private final DatabaseState databaseState;
    private final String nextStep;

    SwitchbackException(
            ErrorCode code, DatabaseState databaseState, String message, String nextStep, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.databaseState = Objects.requireNonNull(databaseState, "databaseState");
        this.nextStep = Objects.requireNonNull(nextStep, "nextStep");
    }

    /** What kind of error this is. */
    public final ErrorCode code() {
        return code;
    }

    /** What is known of the database now. */
    public final DatabaseState databaseState() {
        return databaseState;
    }

    /** What to do next: a command to run or a thing to change, in one or two lines. */
    public final String nextStep() {
        return nextStep;
    }
}
