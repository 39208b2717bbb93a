package dev.switchback.api.error;

import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration failed. {@link #code()} is {@link ErrorCode#FAILED_CLEAN} if the database rolled it back and
 * {@link ErrorCode#FAILED_PARTIAL} if some of its statements stay applied. Migrations before it in the run stay applied.
 */
public final class MigrationFailedException extends SwitchbackException {

    private final String script;
    private final FailedStatement statement;
    private final RunResult completed;
    private final List<String> blockers;

    /**
     * Creates the error.
     *
     * @param script the file that failed
     * @param statement where and how it failed
     * @param databaseState whether parts of it are applied
     * @param completed what the same run had finished before
     * @param blockers who held the lock on which a statement waited too long, a line each; empty if it was not that
     * @param message what happened, in full sentences
     * @param nextStep what to do
     * @param cause the failure, already free of secrets, or null
     */
    public MigrationFailedException(
            String script,
            FailedStatement statement,
            DatabaseState databaseState,
            RunResult completed,
            List<String> blockers,
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
        this.blockers = List.copyOf(blockers);
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

    /** Who held the lock on which a statement waited too long, a line each; empty if it was not that. */
    public List<String> blockers() {
        return blockers;
    }
}
