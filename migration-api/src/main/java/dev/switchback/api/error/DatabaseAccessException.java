package dev.switchback.api.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database could not be reached, refused the login, is read-only, corrupt, or lacks a permission. */
public final class DatabaseAccessException extends SwitchbackException {

    private final String database;
    private final @Nullable String sqlState;
    private final int vendorCode;

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
        super(ErrorCode.UNAVAILABLE, DatabaseState.UNCHANGED, database + ": " + reason, nextStep, cause);
        this.database = database;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
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
}
