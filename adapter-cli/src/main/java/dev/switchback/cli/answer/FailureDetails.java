package dev.switchback.cli.answer;

import dev.switchback.api.error.DatabaseAccessException;
import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.MigrationFailedException;
import dev.switchback.api.error.MigrationLockException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.Direction;
import dev.switchback.api.model.FailedStatement;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an error knows besides its message.
 *
 * @param problems what is wrong with files or history
 * @param script the file that failed
 * @param statement the statement that failed
 * @param completed what the run had done before
 * @param sqlState the SQLState
 * @param vendorCode the database's own code, 0 if unknown
 * @param state the state of the database in words, if more can be said than usual
 * @param holder who holds the lock
 */
record FailureDetails(
        List<Problem> problems,
        Optional<String> script,
        Optional<FailedStatement> statement,
        Optional<RunResult> completed,
        Optional<String> sqlState,
        int vendorCode,
        Optional<String> state,
        Optional<LockHolder> holder) {

    static final FailureDetails NONE = ofProblems(List.of());

    static FailureDetails of(SwitchbackException error) {
        if (error instanceof HistoryMismatchException mismatch) {
            return ofProblems(mismatch.problems());
        }
        if (error instanceof InvalidMigrationSourceException invalid) {
            return ofProblems(invalid.problems());
        }
        if (error instanceof DatabaseAccessException access) {
            return new FailureDetails(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    access.completed(),
                    access.sqlState(),
                    access.vendorCode(),
                    access.completed().map(FailureDetails::brokenOff),
                    Optional.empty());
        }
        if (error instanceof MigrationLockException locked) {
            return NONE.heldBy(locked.holder());
        }
        return error instanceof MigrationFailedException failed ? ofRun(failed) : NONE;
    }

    private static FailureDetails ofProblems(List<Problem> problems) {
        return new FailureDetails(
                List.copyOf(problems),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    private FailureDetails heldBy(Optional<LockHolder> who) {
        return new FailureDetails(problems, script, statement, completed, sqlState, vendorCode, state, who);
    }

    private static FailureDetails ofRun(MigrationFailedException failed) {
        return new FailureDetails(
                List.of(),
                Optional.of(failed.script()),
                Optional.of(failed.statement()),
                Optional.of(failed.completed()),
                failed.statement().sqlState(),
                failed.statement().vendorCode(),
                state(failed),
                Optional.empty());
    }

    private static String brokenOff(RunResult completed) {
        return Words.count(completed.executed().size(), "migration") + " of this run "
                + (completed.executed().size() == 1 ? "is " : "are ")
                + (completed.direction() == Direction.UP ? "applied" : "reverted")
                + ", none is half-done; the database is at "
                + Words.at(completed.to()) + ".";
    }

    private static Optional<String> state(MigrationFailedException failed) {
        RunResult completed = failed.completed();
        String before = completed.changedAnything()
                ? " " + Words.count(completed.executed().size(), "migration") + " before it stay"
                        + (completed.executed().size() == 1 ? "s" : "")
                        + (completed.direction() == Direction.UP ? " applied." : " reverted.")
                : "";
        FailedStatement statement = failed.statement();
        String at = "; the history is at " + Words.at(completed.to()) + "." + before;
        return Optional.of(
                switch (failed.databaseState()) {
                    case UNCHANGED ->
                        statement.file() + " left nothing behind; the database is at " + Words.at(completed.to()) + "."
                                + before;
                    case PARTIAL ->
                        statement.applied() == 0
                                ? statement.file() + " is not applied, but left something behind" + at
                                : applied(statement) + at;
                    case UNKNOWN -> doubt(statement) + "." + before;
                });
    }

    private static String doubt(FailedStatement statement) {
        String known = statement.applied() == 0 ? "" : applied(statement) + "; ";
        return known + "it cannot be told whether "
                + (statement.index() == 0
                        ? "all of " + statement.file() + " is applied"
                        : "statement " + statement.index() + " of " + statement.file()
                                + " took effect, in whole or in part");
    }

    private static String applied(FailedStatement statement) {
        int applied = statement.applied();
        String count = statement.total() == 0
                ? Words.count(applied, "statement")
                : applied + " of " + Words.count(statement.total(), "statement");
        return count + " of " + statement.file() + (applied == 1 ? " IS" : " ARE") + " applied";
    }

    /** The place in the file and the statement, as far as they are known. */
    List<String> excerpt() {
        List<String> lines = new ArrayList<>();
        statement.filter(failed -> failed.line() > 0).ifPresent(failed -> {
            lines.add(failed.file() + ":" + failed.line());
            failed.sql().lines().limit(8).forEach(sql -> lines.add("    | " + sql));
        });
        return lines;
    }

    /** The file that failed, if one did. */
    Optional<String> file() {
        return statement.map(FailedStatement::file).or(() -> script);
    }

    /** The line of the statement that failed. */
    OptionalInt line() {
        return statement.stream()
                .mapToInt(FailedStatement::line)
                .filter(l -> l > 0)
                .findFirst();
    }

    void describeError(Document error) {
        error.text("sqlState", sqlState)
                .put("vendorCode", vendorCode == 0 ? null : vendorCode)
                .text("file", file())
                .put(
                        "line",
                        statement
                                .map(FailedStatement::line)
                                .filter(line -> line > 0)
                                .orElse(null))
                .put(
                        "statement",
                        statement.map(FailedStatement::index).filter(i -> i > 0).orElse(null))
                .put("applied", statement.map(FailedStatement::applied).orElse(null))
                .put(
                        "statements",
                        statement.map(FailedStatement::total).filter(i -> i > 0).orElse(null))
                .list("problems", problems, Fields::problem)
                .put("holder", holder.map(FailureDetails::fields).orElse(null));
    }

    void describeRun(Document document) {
        completed.ifPresent(run -> RunAnswer.describe(run, document));
    }

    private static Map<String, @Nullable Object> fields(LockHolder holder) {
        Document document = new Document();
        Fields.holder(holder, document);
        return document.fields();
    }
}
