package dev.switchback.core.usecase;

import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.ScriptFacts;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.SqlSyntaxProblem;
import dev.switchback.core.sql.StatementClassifier;
import dev.switchback.core.sql.StatementFacts;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Looks into a script before it runs: whether it can be taken apart, and whether it fits into one transaction. */
final class ScriptInspector {

    private final SqlDialect dialect;

    ScriptInspector(SqlDialect dialect) {
        this.dialect = dialect;
    }

    ScriptFacts inspect(SqlScript script) {
        Look look = new Look(script);
        try {
            Iterator<SqlStatement> statements =
                    SqlSplitter.of(dialect).statements(new StringReader(script.sql()), script.file());
            while (statements.hasNext()) {
                look.at(statements.next());
            }
        } catch (SqlSyntaxProblem e) {
            return new ScriptFacts(
                    0, true, List.of(problem(script, script.file() + ":" + e.line() + ": " + e.reason(), e.advice())));
        }
        return look.facts();
    }

    private static Problem problem(SqlScript script, String message, String next) {
        return new Problem(Problem.Kind.BAD_CONTENT, script.file(), Optional.empty(), message, next);
    }

    /** What has been seen of one script. */
    private final class Look {
        private final SqlScript script;
        private final boolean off;
        private final List<Problem> problems = new ArrayList<>();
        private int count;
        private int outside;
        private String firstOutside = "";

        Look(SqlScript script) {
            this.script = script;
            this.off = script.transaction() == SqlScript.Transaction.OFF;
        }

        void at(SqlStatement statement) {
            count++;
            StatementFacts facts = StatementClassifier.of(dialect).classify(statement);
            if (facts.outsideTransaction().isPresent()) {
                outside++;
                if (firstOutside.isEmpty()) {
                    firstOutside = facts.outsideTransaction().get() + " in line " + statement.line();
                }
            }
            if (!off && facts.transactionControl().isPresent()) {
                problems.add(problem(
                        script,
                        script.file() + ":" + statement.line() + ": "
                                + facts.transactionControl().get()
                                + " would end the transaction that the migration runs in",
                        "remove it, or run the file without a transaction: -- switchback: transaction=off"));
            }
        }

        ScriptFacts facts() {
            if (count == 0) {
                problems.add(problem(
                        script, script.file() + " has no statement to run", "write the migration, or delete the file"));
            }
            boolean mixed = outside > 0 && outside < count;
            if (mixed && !off) {
                problems.add(
                        problem(
                                script,
                                script.file() + ": " + firstOutside
                                        + " cannot run in the transaction of the other statements",
                                "give it a file of its own, or run the file without a transaction: -- switchback: transaction=off"));
            }
            return new ScriptFacts(count, !off && outside == 0, problems);
        }
    }
}
