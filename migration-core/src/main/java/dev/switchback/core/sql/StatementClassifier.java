package dev.switchback.core.sql;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Says what a statement is by its words outside of strings, comments and parentheses. It knows no grammar: what a
 * function or a trigger does when it is called is beyond it, and a statement it does not know has no facts.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class StatementClassifier {
    private static final Set<String> ROWS = Set.of("DELETE", "INSERT", "LOAD", "MERGE", "REPLACE", "UPDATE");

    private final SqlDialect dialect;
    private final TransactionWords transactions;

    private StatementClassifier(SqlDialect dialect) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.transactions = new TransactionWords(dialect);
    }

    /** A classifier for one dialect. */
    public static StatementClassifier of(SqlDialect dialect) {
        return new StatementClassifier(dialect);
    }

    /**
     * The facts of one statement, as {@link SqlSplitter} gives it.
     *
     * @throws SqlSyntaxProblem if a quote or a comment in it is not closed
     */
    public StatementFacts classify(String sql) {
        StatementWords words = StatementWords.of(dialect, sql);
        return new StatementFacts(
                transactions.control(words),
                transactions.outside(words),
                DestructiveWords.find(words),
                ROWS.contains(words.at(0)),
                CommitWords.find(dialect, words),
                tableLocks(words));
    }

    private StatementFacts.TableLocks tableLocks(StatementWords words) {
        boolean tables = dialect == SqlDialect.MARIADB
                && (words.at(1).equals("TABLES") || words.at(1).equals("TABLE"));
        if (tables && words.begin("LOCK")) {
            return StatementFacts.TableLocks.TAKEN;
        }
        return tables && words.begin("UNLOCK") ? StatementFacts.TableLocks.RELEASED : StatementFacts.TableLocks.KEPT;
    }

    /**
     * How far a statement reaches.
     *
     * @throws SqlSyntaxProblem if a quote or a comment in it is not closed
     */
    public Reach reach(String sql) {
        return ReachWords.find(dialect, sql);
    }

    /** The facts of one statement. */
    public StatementFacts classify(SqlStatement statement) {
        return classify(statement.sql());
    }

    static Optional<String> when(boolean holds, String words) {
        return holds ? Optional.of(words) : Optional.empty();
    }
}
