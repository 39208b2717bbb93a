package dev.switchback.core.domain;

import dev.switchback.api.error.HistoryMismatchException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.Problem;
import dev.switchback.core.sql.SessionTrace;
import dev.switchback.core.sql.SessionTracer;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides with which statement a script goes on that ran in part, and refuses if that cannot be told or would be wrong.
 * Pure; reads the script once or twice.
 */
public final class ResumePlanner {

    private final SqlSplitter splitter;
    private final SessionTracer tracer;

    /**
     * Creates a planner.
     *
     * @param dialect the rules by which scripts are taken apart
     */
    public ResumePlanner(SqlDialect dialect) {
        this.splitter = SqlSplitter.of(dialect);
        this.tracer = SessionTracer.of(dialect);
    }

    /**
     * Plans it.
     *
     * @param entry what the journal knows of the script
     * @param attempt the same in words
     * @param script the script as it is now; it can be taken apart
     * @param from with which statement to go on, if the user says so
     * @return where to go on
     * @throws HistoryMismatchException if what is done was edited, or if the user has to say with which statement to go on
     * @throws InvalidRequestException if there is no such statement
     */
    public Resumption plan(JournalEntry entry, Attempt attempt, SqlScript script, OptionalInt from) {
        if (from.isEmpty() && entry.begun()) {
            throw refused(entry, Problem.Kind.FAILED, attempt.message(), attempt.nextStep());
        }
        int start = from.orElse(entry.done() + 1);
        Resumption resumption = new Comparison(entry, attempt, script, start).result();
        if (from.isEmpty()) {
            refuseWhatTheSessionLost(entry, attempt, script, start);
        }
        return resumption;
    }

    private Iterator<SqlStatement> statements(SqlScript script) {
        return splitter.statements(script.sql(), script.file());
    }

    private static HistoryMismatchException refused(
            JournalEntry entry, Problem.Kind kind, String message, String next) {
        return new HistoryMismatchException(List.of(new Problem(kind, entry.script(), entry.version(), message, next)));
    }

    /** Compares what is done with what stands in the file. */
    private final class Comparison {
        private final JournalEntry entry;
        private final Attempt attempt;
        private final SqlScript script;
        private final int start;
        /** How many statements must be as they were: those that are done, unless they are to run again. */
        private final int kept;

        private final DoneStatements before = new DoneStatements();
        private String hash = "";
        private Optional<SqlStatement> edited = Optional.empty();
        private int total;

        Comparison(JournalEntry entry, Attempt attempt, SqlScript script, int start) {
            this.entry = entry;
            this.attempt = attempt;
            this.script = script;
            this.start = start;
            this.kept = Math.min(entry.done(), start - 1);
        }

        Resumption result() {
            for (Iterator<SqlStatement> all = statements(script); all.hasNext(); ) {
                look(all.next());
            }
            if (total < kept || edited.isPresent() || (kept == entry.done() && kept > 0 && !isHashTheSame())) {
                throw edited();
            }
            if (start > total + 1) {
                throw new InvalidRequestException(
                        "from",
                        "there is no statement " + start + ", " + script.file() + " has " + total,
                        "give the number of the first statement to run, or " + (total + 1) + " to run none");
            }
            return new Resumption(start, before, total, true);
        }

        private void look(SqlStatement statement) {
            total++;
            if (statement.index() < start) {
                before.add(statement);
            }
            if (statement.index() == kept) {
                hash = before.hash();
            }
            Optional<String> mark = statement.index() <= kept ? entry.mark(statement.index()) : Optional.empty();
            if (edited.isEmpty() && mark.isPresent() && !mark.get().equals(DoneStatements.mark(statement))) {
                edited = Optional.of(statement);
            }
        }

        private boolean isHashTheSame() {
            return hash.equals(entry.doneHash());
        }

        private HistoryMismatchException edited() {
            String what = edited.map(statement -> ":" + statement.line() + ": statement " + statement.index()
                            + " is not the one that is applied")
                    .orElse(
                            total < kept
                                    ? " has only " + total + " of the " + kept + " statements that are applied"
                                    : ": not all of the first " + kept + " statements are those that are applied");
            return refused(
                    entry,
                    Problem.Kind.CHANGED,
                    script.file() + what,
                    "put the first " + kept + " back as they ran (git log -p shows them), correct only what comes after"
                            + " them, and run the same command again\nor "
                            + attempt.byHand());
        }
    }

    /** Something that a statement needs and an earlier one made. */
    private record Lost(String name, SqlStatement maker, SqlStatement user) {}

    private void refuseWhatTheSessionLost(JournalEntry entry, Attempt attempt, SqlScript script, int start) {
        Optional<Lost> lost = lost(script, start);
        if (lost.isEmpty()) {
            return;
        }
        int again = start;
        for (Optional<Lost> next = lost; next.isPresent(); next = lost(script, again)) {
            again = next.get().maker().index();
        }
        SqlStatement user = lost.get().user();
        SqlStatement maker = lost.get().maker();
        throw refused(
                entry,
                Problem.Kind.FAILED,
                script.file() + ":" + user.line() + ": statement " + user.index() + " uses "
                        + lost.get().name() + ", which statement " + maker.index() + " (line " + maker.line()
                        + ") made in a session that is over",
                "if the statements from " + again + " on can run again: switchback repair --resume " + attempt.word()
                        + " --from " + again + "; if statement " + user.index() + " does not need it: --from " + start
                        + "\nor " + attempt.byHand());
    }

    /** The first statement to run that needs what only the session of those before it had. */
    private Optional<Lost> lost(SqlScript script, int start) {
        Map<String, SqlStatement> made = new LinkedHashMap<>();
        for (Iterator<SqlStatement> all = statements(script); all.hasNext(); ) {
            SqlStatement statement = all.next();
            if (statement.index() >= start && made.isEmpty()) {
                return Optional.empty();
            }
            SessionTrace trace = tracer.trace(statement);
            if (statement.index() < start) {
                made.keySet().removeAll(trace.drops());
                trace.makes().forEach(name -> made.put(name, statement));
                continue;
            }
            for (Map.Entry<String, SqlStatement> each : made.entrySet()) {
                if (tracer.uses(statement, each.getKey())) {
                    return Optional.of(new Lost(each.getKey(), each.getValue(), statement));
                }
            }
            made.keySet().removeAll(trace.makes());
        }
        return Optional.empty();
    }
}
