package dev.switchback.startup;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import java.util.Locale;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/**
 * Tells a flight recording what runs: {@code switchback.Migration}, {@code switchback.Statement} and
 * {@code switchback.LockWait}. Costs nothing at a start that finds nothing to do. Used by one thread.
 */
final class FlightRecorder implements MigrationListener {

    private @Nullable Migration migration;
    private @Nullable Statement statement;
    private @Nullable LockWait lockWait;

    /** One migration, up or down. */
    @Name("switchback.Migration")
    @Label("Migration")
    @Category("Switchback")
    @Description("A migration that was applied, or that failed")
    @StackTrace(false)
    static final class Migration extends Event {
        @Label("Script")
        String script = "";

        @Label("Direction")
        String direction = "";

        @Label("Statements")
        int statements;

        @Label("Applied")
        boolean applied;
    }

    /** One statement of a migration. Its text is left out: it may hold what nobody else should see. */
    @Name("switchback.Statement")
    @Label("Statement")
    @Category("Switchback")
    @Description("A statement of a migration")
    @StackTrace(false)
    static final class Statement extends Event {
        @Label("Script")
        String script = "";

        @Label("Index")
        int index;

        @Label("Line")
        int line;
    }

    /** A wait for another process that migrates. */
    @Name("switchback.LockWait")
    @Label("Lock wait")
    @Category("Switchback")
    @Description("A wait for the migration lock")
    @StackTrace(false)
    static final class LockWait extends Event {
        @Label("Holder")
        String holder = "";
    }

    @Override
    public void on(MigrationEvent event) {
        if (event instanceof MigrationEvent.StatementStarted s) {
            started(s);
        } else if (event instanceof MigrationEvent.StatementFinished) {
            endStatement();
        } else if (event instanceof MigrationEvent.MigrationStarted m) {
            started(m.script(), m.direction().name());
        } else if (event instanceof MigrationEvent.MigrationResumed m) {
            started(m.script(), m.direction().name());
        } else if (event instanceof MigrationEvent.MigrationFinished m) {
            endMigration(m.statements(), true);
        } else if (event instanceof MigrationEvent.MigrationFailed m) {
            endStatement();
            endMigration(m.statement().applied(), false);
        } else if (event instanceof MigrationEvent.LockWaiting w) {
            waits(w);
        } else if (event instanceof MigrationEvent.LockAcquired
                || event instanceof MigrationEvent.LockSkipped
                || event instanceof MigrationEvent.DoneMeanwhile) {
            endWait();
        }
    }

    private void started(MigrationEvent.StatementStarted started) {
        Statement next = new Statement();
        next.script = started.script();
        next.index = started.index();
        next.line = started.line();
        next.begin();
        statement = next;
    }

    private void endStatement() {
        if (statement != null) {
            statement.commit();
            statement = null;
        }
    }

    private void started(String script, String direction) {
        Migration next = new Migration();
        next.script = script;
        next.direction = direction.toLowerCase(Locale.ROOT);
        next.begin();
        migration = next;
    }

    private void endMigration(int statements, boolean applied) {
        if (migration != null) {
            migration.statements = statements;
            migration.applied = applied;
            migration.commit();
            migration = null;
        }
    }

    private void waits(MigrationEvent.LockWaiting waiting) {
        LockWait wait = lockWait;
        if (wait == null) {
            wait = new LockWait();
            wait.begin();
            lockWait = wait;
        }
        if (waiting.holder().isPresent()) {
            wait.holder = waiting.holder().get().name();
        }
    }

    private void endWait() {
        if (lockWait != null) {
            lockWait.commit();
            lockWait = null;
        }
    }

    /** A wait that ended in an error is a wait too. */
    void ended() {
        endWait();
    }
}
