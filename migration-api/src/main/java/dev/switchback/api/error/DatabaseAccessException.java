package dev.switchback.api.error;

import dev.switchback.api.model.RunResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database could not be reached, refused the login, is read-only, corrupt, lacks a permission, or went away in the
 * middle of a run. No migration is half-done: {@link #completed()} tells which were finished before.
 */
public final class DatabaseAccessException extends SwitchbackException {

    private final String database;
    private final @Nullable String sqlState;
    private final int vendorCode;
    private final @Nullable RunResult completed;

    /**
     * Creates the error.
     *
     * @param database the database, named without secrets
     * @param reason what happened
     * @param sqlState the SQLState of the driver, or null
     * @param vendorCode the error code of the database, 0 if unknown
     * @param nextStep what to do
     * @param cause the failure, already free of secrets, or null
     */
    public DatabaseAccessException(
            String database,
            String reason,
            @Nullable String sqlState,
            int vendorCode,
            String nextStep,
            @Nullable Throwable cause) {
        this(database, reason, sqlState, vendorCode, nextStep, DatabaseState.UNCHANGED, cause);
    }

    /**
     * Creates the error of a run that was broken off.
     *
     * @param database the database, named without secrets
     * @param reason what happened
     * @param sqlState the SQLState of the driver, or null
     * @param vendorCode the error code of the database, 0 if unknown
     * @param nextStep what to do
     * @param completed what the run had finished, or null if it had not begun
     * @param cause the failure, already free of secrets, or null
     */
    public DatabaseAccessException(
            String database,
            String reason,
            @Nullable String sqlState,
            int vendorCode,
            String nextStep,
            @Nullable RunResult completed,
            @Nullable Throwable cause) {
        this(database, reason, sqlState, vendorCode, nextStep, DatabaseState.UNCHANGED, completed, cause);
    }

    /**
     * Creates the error of a command that was broken off when it had written, or may have written.
     *
     * @param database the database, named without secrets
     * @param reason what happened
     * @param sqlState the SQLState of the driver, or null
     * @param vendorCode the error code of the database, 0 if unknown
     * @param nextStep what to do
     * @param state what is known of the database
     * @param cause the failure, already free of secrets, or null
     */
    public DatabaseAccessException(
            String database,
            String reason,
            @Nullable String sqlState,
            int vendorCode,
            String nextStep,
            DatabaseState state,
            @Nullable Throwable cause) {
        this(database, reason, sqlState, vendorCode, nextStep, state, null, cause);
    }

    private DatabaseAccessException(
            String database,
            String reason,
            @Nullable String sqlState,
            int vendorCode,
            String nextStep,
            DatabaseState state,
            @Nullable RunResult completed,
            @Nullable Throwable cause) {
        super(ErrorCode.UNAVAILABLE, state, database + ": " + reason, nextStep, cause);
        this.database = database;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
        this.completed = completed;
    }

    /** The database, named without secrets. */
    public String database() {
        return database;
    }

    /** The SQLState, if the driver gave one. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }

    /** The database's own error code, 0 if unknown. */
    public int vendorCode() {
        return vendorCode;
    }

    /** What the run had finished when it was broken off between two migrations; empty if none had begun. */
    public Optional<RunResult> completed() {
        return Optional.ofNullable(completed);
    }
}
