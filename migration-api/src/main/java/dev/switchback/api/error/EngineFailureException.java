package dev.switchback.api.error;

import org.jspecify.annotations.Nullable;

/** The engine broke in a way that Switchback does not know. Please report it. */
public final class EngineFailureException extends SwitchbackException {

    private final String engine;

    /**
     * Creates the error.
     *
     * @param engine id of the engine
     * @param databaseState what is known of the database
     * @param reason what happened, without secrets
     * @param cause the failure, already free of secrets, or null
     */
    public EngineFailureException(
            String engine, DatabaseState databaseState, String reason, @Nullable Throwable cause) {
        super(
                ErrorCode.INTERNAL,
                databaseState,
                "engine " + engine + " failed: " + reason,
                "look at the database with: switchback status",
                cause);
        this.engine = engine;
    }

    /** Id of the engine. */
    public String engine() {
        return engine;
    }
}
