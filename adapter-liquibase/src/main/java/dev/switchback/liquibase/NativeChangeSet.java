package dev.switchback.liquibase;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /**
     * The same with other texts in its changes.
     *
     * @throws dev.switchback.core.sql.SqlSyntaxProblem where there is a text that cannot be replaced
     */
    NativeChangeSet with(UnaryOperator<String> values) {
        return new NativeChangeSet(
                id, transactional, quoting, with(changes, values), rollback.map(nodes -> with(nodes, values)));
    }

    private static List<ChangelogNode> with(List<ChangelogNode> nodes, UnaryOperator<String> values) {
        return nodes.stream().map(node -> node.with(values)).toList();
    }

    /** Whether Liquibase knows what takes it back. */
    boolean takesItselfBack() {
        return changes.stream().allMatch(change -> ChangeTypes.isReversible(change.name()));
    }
}
