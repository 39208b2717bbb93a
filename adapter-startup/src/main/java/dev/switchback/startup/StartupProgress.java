package dev.switchback.startup;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.api.model.LockHolder;
import java.util.List;
import java.util.Optional;

/** What a start is doing at this moment. Written by the thread that migrates, read by any. */
final class StartupProgress implements MigrationListener {

    private Now now = Now.of("is starting");

    /**
     * One moment.
     *
     * @param doing what the process does, in words
     * @param theirs what somebody else executes meanwhile, to be told in the log only
     * @param since since when, by {@link System#nanoTime()}
     * @param script the script that runs; empty if none does
     * @param statements how many statements it has
     * @param statement its statement that runs; 0 if none does yet
     * @param line the line that the statement starts on
     * @param statementSince since when the statement runs
     * @param blockers who keeps the statement waiting
     */
    private record Now(
            String doing,
            String theirs,
            long since,
            String script,
            int statements,
            int statement,
            int line,
            long statementSince,
            List<String> blockers) {

        static Now of(String doing) {
            return new Now(doing, "", System.nanoTime(), "", 0, 0, 0, 0, List.of());
        }

        static Now migrating(String doing, String script, int statements) {
            return new Now(doing, "", System.nanoTime(), script, statements, 0, 0, 0, List.of());
        }

        Now at(int index, int onLine) {
            return new Now(doing, theirs, since, script, statements, index, onLine, System.nanoTime(), List.of());
        }

        Now blockedBy(List<String> who) {
            return new Now(doing, theirs, since, script, statements, statement, line, statementSince, who);
        }
    }

    @Override
    public synchronized void on(MigrationEvent event) {
        if (event instanceof MigrationEvent.StatementStarted s) {
            now = now.at(s.index(), s.line());
        } else if (event instanceof MigrationEvent.StatementBlocked b) {
            now = now.blockedBy(b.blockers());
        } else if (event instanceof MigrationEvent.MigrationStarted m) {
            now = Now.migrating(
                    "applies " + m.script() + " (" + m.position() + " of " + m.total() + ")",
                    m.script(),
                    m.statements());
        } else if (event instanceof MigrationEvent.MigrationResumed m) {
            now = Now.migrating("goes on with " + m.script(), m.script(), m.total());
        } else if (event instanceof MigrationEvent.MigrationRetried r) {
            now = Now.of(
                    "tries " + r.script() + " again (" + r.attempt() + " of " + r.attempts() + "), which met a lock");
        } else if (event instanceof MigrationEvent.LockWaiting w) {
            waits(
                    "waits for another process that migrates"
                            + w.holder()
                                    .map(h -> ": "
                                            + h.withStatement(Optional.empty()).describe())
                                    .orElse(""),
                    w.holder()
                            .flatMap(LockHolder::statement)
                            .map(sql -> ", running: " + sql)
                            .orElse(""));
        } else if (event instanceof MigrationEvent.DatabaseWaiting w) {
            waits("waits for the database: " + w.reason(), "");
        } else if (event instanceof MigrationEvent.LockAcquired) {
            now = Now.of("has the migration lock");
        } else if (event instanceof MigrationEvent.LockSkipped) {
            now = Now.of("migrates without a lock");
        }
    }

    /** The events of one wait are one wait. */
    private void waits(String doing, String theirs) {
        long since = now.doing().startsWith("waits ") ? now.since() : System.nanoTime();
        now = new Now(doing, theirs, since, "", 0, 0, 0, 0, List.of());
    }

    /** The start is over. */
    synchronized void ended(String how) {
        now = Now.of(how);
    }

    /** Whether a migration runs. */
    synchronized boolean migrates() {
        return !now.script().isEmpty();
    }

    /** One line, for example {@code applies V3__fill.sql (2 of 5) since 40 s, statement 3 of 4 (line 12) since 38 s}. */
    synchronized String describe() {
        Now n = now;
        String who = n.blockers().isEmpty() ? "" : ", which waits for " + String.join(" and ", n.blockers());
        return n.doing() + n.theirs() + since(n) + who;
    }

    /** The same for whoever may ask: without the SQL of others, and who they are that keep a statement waiting. */
    synchronized String describeOpenly() {
        Now n = now;
        return n.doing() + since(n) + (n.blockers().isEmpty() ? "" : ", which waits for another session");
    }

    private static String since(Now n) {
        String sinceWhen = " since " + seconds(n.since());
        return n.statement() == 0
                ? sinceWhen
                : sinceWhen + ", statement " + n.statement() + " of " + n.statements() + " (line " + n.line()
                        + ") since " + seconds(n.statementSince());
    }

    private static String seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000 + " s";
    }
}
