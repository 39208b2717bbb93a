package dev.switchback.startup;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import java.util.List;

/** What a start is doing at this moment. Written by the thread that migrates, read by any. */
final class StartupProgress implements MigrationListener {

    private Now now = Now.of("is starting");

    /**
     * One moment.
     *
     * @param doing what the process does, in words
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
            long since,
            String script,
            int statements,
            int statement,
            int line,
            long statementSince,
            List<String> blockers) {

        static Now of(String doing) {
            return new Now(doing, System.nanoTime(), "", 0, 0, 0, 0, List.of());
        }

        static Now migrating(String doing, String script, int statements) {
            return new Now(doing, System.nanoTime(), script, statements, 0, 0, 0, List.of());
        }

        Now at(int index, int onLine) {
            return new Now(doing, since, script, statements, index, onLine, System.nanoTime(), List.of());
        }

        Now blockedBy(List<String> who) {
            return new Now(doing, since, script, statements, statement, line, statementSince, who);
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
            waits("waits for another process that migrates"
                    + w.holder().map(h -> ": " + h.describe()).orElse(""));
        } else if (event instanceof MigrationEvent.DatabaseWaiting w) {
            waits("waits for the database: " + w.reason());
        } else if (event instanceof MigrationEvent.LockAcquired) {
            now = Now.of("has the migration lock");
        } else if (event instanceof MigrationEvent.LockSkipped) {
            now = Now.of("migrates without a lock");
        }
    }

    /** The events of one wait are one wait. */
    private void waits(String doing) {
        long since = now.doing().startsWith("waits ") ? now.since() : System.nanoTime();
        now = new Now(doing, since, "", 0, 0, 0, 0, List.of());
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
        StringBuilder line = new StringBuilder(n.doing());
        line.append(" since ").append(seconds(n.since()));
        if (n.statement() > 0) {
            line.append(", statement ").append(n.statement()).append(" of ").append(n.statements());
            line.append(" (line ").append(n.line()).append(") since ").append(seconds(n.statementSince()));
        }
        if (!n.blockers().isEmpty()) {
            line.append(", which waits for ").append(String.join(" and ", n.blockers()));
        }
        return line.toString();
    }

    private static String seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000 + " s";
    }
}
