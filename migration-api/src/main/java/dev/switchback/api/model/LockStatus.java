package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;

/**
 * Who holds the migration lock of a database at this moment.
 *
 * @param database the database
 * @param lock what the lock is, in the words of the database: a key, a name or a file
 * @param holders who would have to be waited for; empty if a run could begin at once
 */
public record LockStatus(DatabaseInfo database, String lock, List<LockHolder> holders) {

    /** Copies the list. */
    public LockStatus {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(lock, "lock");
        holders = List.copyOf(holders);
    }

    /** Whether a run would have to wait. */
    public boolean held() {
        return !holders.isEmpty();
    }
}
