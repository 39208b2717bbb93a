package dev.switchback.liquibase;

import java.util.List;
import java.util.Optional;

/**
 * The one change set of a changelog, as far as it is read without Liquibase.
 *
 * @param id its id
 * @param transactional whether it may run in a transaction
 * @param quoting how names are quoted, if it says so
 * @param changes its changes
 * @param rollback the changes that take it back, if it says so
 */
record NativeChangeSet(
        String id,
        boolean transactional,
        Optional<String> quoting,
        List<ChangelogNode> changes,
        Optional<List<ChangelogNode>> rollback) {
    /** Copies the lists. */
    NativeChangeSet {
        changes = List.copyOf(changes);
        rollback = rollback.map(List::copyOf);
    }

    /** Whether Liquibase knows what takes it back. */
    boolean takesItselfBack() {
        return changes.stream().allMatch(change -> ChangeTypes.isReversible(change.name()));
    }
}
