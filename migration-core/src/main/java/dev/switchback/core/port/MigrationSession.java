package dev.switchback.core.port;

import dev.switchback.core.domain.MigrationStep;

/** One run on one connection. Used by one thread. */
public interface MigrationSession extends AutoCloseable {

    /**
     * Runs one step and records it. If the step is transactional, script and record are committed together, and on any
     * failure (an {@link Error} included) rolled back together as far as the database can. Before returning or throwing,
     * no transaction is left open.
     *
     * @param step what to run
     * @param listener told about each statement
     * @throws ScriptFailedException if the script or its recording fails
     */
    void execute(MigrationStep step, StatementListener listener);

    /** Puts the connection back into the state it was in (auto-commit). Does not close it. Idempotent. */
    @Override
    void close();
}
