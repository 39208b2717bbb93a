package dev.switchback.api.error;

import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.RunResult;
import org.jspecify.annotations.Nullable;

/**
 * A migration failed. {@link #code()} is {@link ErrorCode#FAILED_CLEAN} if the database rolled it back and
 * {@link ErrorCode#FAILED_PARTIAL} if some of its statements stay applied. Migrations before it in the run stay applied.
 */
public final class MigrationFailedException extends SwitchbackException {

    private final String script;
    private final FailedStatement statement;
    private final RunResult completed;

    /**
     * Creates the error.
     *
     * @param script the file that failed
     * @param statement where and how it failed
     * @param databaseState whether parts of it are applied
     * @param completed what the same run had finished before
     * @param message what happened, in full sentences
     * @param nextStep what to do
     * @param cause the failure, already free of secrets, or null
     */
    public MigrationFailedException(
            String script,
            FailedStatement statement,
            DatabaseState databaseState,
            RunResult completed,
            String message,
            String nextStep,
            @Nullable Throwable cause) {
        super(
                databaseState == DatabaseState.UNCHANGED ? ErrorCode.FAILED_CLEAN : ErrorCode.FAILED_PARTIAL,
                databaseState,
                message,
                nextStep,
                cause);
        this.script = script;
        this.statement = statement;
        this.completed = completed;
    }

    /** The file that failed. */
    public String script() {
        return script;
    }

    /** Where and how it failed. */
    public FailedStatement statement() {
        return statement;
    }

    /** What the same run had finished before. */
    public RunResult completed() {
        return completed;
    }
}
