package dev.switchback.core.usecase;

import dev.switchback.api.config.TransactionMode;
import dev.switchback.core.domain.Policies;
import java.time.Duration;
import java.util.Objects;

/**
 * What the settings say about runs.
 *
 * @param policies what to refuse and what to accept in a history
 * @param transaction how scripts are put into transactions
 * @param lockTimeout how long to wait for the migration lock
 * @param ddlLockTimeout how long a statement may wait for somebody else's lock; zero for no limit
 * @param ddlRetries how often a migration that met a lock is tried again
 * @param allowNonEmpty whether the first upgrade may run on a database that has tables but no history
 */
public record RunOptions(
        Policies policies,
        TransactionMode transaction,
        Duration lockTimeout,
        Duration ddlLockTimeout,
        int ddlRetries,
        boolean allowNonEmpty) {
    /** Checks that everything is there. */
    public RunOptions {
        Objects.requireNonNull(policies, "policies");
        Objects.requireNonNull(transaction, "transaction");
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(ddlLockTimeout, "ddlLockTimeout");
    }
}
