package dev.switchback.core.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * What a statement is, as far as its words tell. Each fact that a message has to explain is given as the words that
 * show it, such as {@code DROP TABLE}; empty means that it does not hold.
 *
 * @param transactionControl begins or ends a transaction, so that it must not be in a migration that runs in one;
 *     savepoints are allowed
 * @param outsideTransaction must run outside of a transaction: the database refuses it inside, or silently does nothing
 * @param destructive throws rows away
 * @param changesRows adds, changes or removes rows
 * @param commit whether the database commits with it by itself
 * @param tableLocks whether it takes table locks, beside which no other table can be used, or gives them back
 */
public record StatementFacts(
        Optional<String> transactionControl,
        Optional<String> outsideTransaction,
        Optional<String> destructive,
        boolean changesRows,
        ImplicitCommit commit,
        TableLocks tableLocks) {

    /** What a statement does to the table locks of its session. */
    public enum TableLocks {
        /** Nothing. */
        KEPT,
        /** It takes some. */
        TAKEN,
        /** It gives them back. */
        RELEASED
    }

    /** Checks that no fact is missing. */
    public StatementFacts {
        Objects.requireNonNull(transactionControl, "transactionControl");
        Objects.requireNonNull(outsideTransaction, "outsideTransaction");
        Objects.requireNonNull(destructive, "destructive");
        Objects.requireNonNull(commit, "commit");
        Objects.requireNonNull(tableLocks, "tableLocks");
    }

    /** Whether the statement must run outside of a transaction. */
    public boolean isOutsideTransaction() {
        return outsideTransaction.isPresent();
    }

    /** Whether the statement throws rows away. */
    public boolean isDestructive() {
        return destructive.isPresent();
    }
}
