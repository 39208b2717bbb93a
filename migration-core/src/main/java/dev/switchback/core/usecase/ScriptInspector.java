package dev.switchback.core.usecase;

import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.ImplicitCommit;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import dev.switchback.core.sql.StatementClassifier;
import dev.switchback.core.sql.StatementFacts;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Looks into a script before it runs: whether it can be taken apart, and whether it fits into one transaction. */
final class ScriptInspector {

    private final Dialect dialect;
    private final boolean transactions;

    /**
     * Creates one.
     *
     * @param transactions whether scripts run in transactions, unless they say otherwise
     */
    ScriptInspector(Dialect dialect, boolean transactions) {
        this.dialect = dialect;
        this.transactions = transactions;
    }

    ScriptFacts inspect(SqlScript script) {
        Look look = new Look(script);
        try {
            Iterator<SqlStatement> statements =
                    SqlSplitter.of(dialect.sql()).statements(script.sql(), script.file(), look::dropped);
            while (statements.hasNext()) {
                look.at(statements.next());
            }
        } catch (SqlSyntaxProblem e) {
            return new ScriptFacts(0, true, List.of(problem(e)), List.of());
        }
        return look.facts();
    }

    static Problem problem(SqlSyntaxProblem e) {
        return problem(e.file(), e.file() + ":" + e.line() + ": " + e.reason(), e.advice());
    }

    private static Problem problem(String file, String message, String next) {
        return new Problem(Problem.Kind.BAD_CONTENT, file, Optional.empty(), message, next);
    }

    /** What has been seen of one script. */
    private final class Look {
        private final SqlScript script;
        private final boolean off;
        private final List<Problem> problems = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private int count;
        private int outside;
        private String firstOutside = "";
        private int rowsLine;
        private int lockLine;
        private boolean toldOfCommand;
        private boolean toldOfCommit;

        Look(SqlScript script) {
            this.script = script;
            this.off = !transactions || script.transaction() == SqlScript.Transaction.OFF;
        }

        void at(SqlStatement statement) {
            count++;
            StatementFacts facts = StatementClassifier.of(dialect.sql()).classify(statement);
            if (facts.outsideTransaction().isPresent()) {
                outside++;
                if (firstOutside.isEmpty()) {
                    firstOutside = facts.outsideTransaction().get() + " in line " + statement.line();
                }
            }
            lookForLocks(statement, facts);
            if (!off && !dialect.transactionalDdl()) {
                lookForCommits(statement, facts);
            }
            if (!off && facts.transactionControl().isPresent()) {
                problems.add(problem(
                        script.file(),
                        script.file() + ":" + statement.line() + ": "
                                + facts.transactionControl().get()
                                + " would end the transaction that the migration runs in",
                        "remove it, or run the file without a transaction: -- switchback: transaction=off"));
            }
        }

        /** Of MariaDB: beside tables that are locked, no other one can be written, and so nothing be recorded. */
        private void lookForLocks(SqlStatement statement, StatementFacts facts) {
            switch (facts.tableLocks()) {
                case TAKEN -> lockLine = statement.line();
                case RELEASED -> lockLine = 0;
                case KEPT -> {}
            }
        }

        /** Rows that were changed before a statement that commits stay changed, whatever fails after it. */
        private void lookForCommits(SqlStatement statement, StatementFacts facts) {
            if (facts.changesRows() && rowsLine == 0) {
                rowsLine = statement.line();
            } else if (facts.commit() == ImplicitCommit.ALWAYS && rowsLine > 0 && !toldOfCommit) {
                toldOfCommit = true;
                warnings.add(script.file() + ":" + statement.line()
                        + ": this statement commits the rows changed before it (line " + rowsLine
                        + "), so a failure after it leaves them changed; put the rows into a migration of their own");
            }
        }

        /** Told once: what begins with such a command ends with one. */
        void dropped(String command, int line) {
            if (!toldOfCommand) {
                toldOfCommand = true;
                warnings.add(script.file() + ":" + line + ": " + command
                        + " is a command of psql, not SQL; it means nothing here and was left out");
            }
        }

        ScriptFacts facts() {
            if (count == 0) {
                problems.add(problem(
                        script.file(),
                        script.file() + " has no statement to run",
                        "write the migration, or delete the file"));
            }
            if (lockLine > 0) {
                problems.add(problem(
                        script.file(),
                        script.file() + ":" + lockLine
                                + ": LOCK TABLES without UNLOCK TABLES after it: that it ran could not be recorded",
                        "end the script with UNLOCK TABLES"));
            }
            boolean mixed = outside > 0 && outside < count;
            if (mixed && !off) {
                problems.add(
                        problem(
                                script.file(),
                                script.file() + ": " + firstOutside
                                        + " cannot run in the transaction of the other statements",
                                "give it a file of its own, or run the file without a transaction: -- switchback: transaction=off"));
            }
            return new ScriptFacts(count, !off && outside == 0, problems, warnings);
        }
    }
}
