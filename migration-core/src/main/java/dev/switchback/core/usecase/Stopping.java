package dev.switchback.core.usecase;

import dev.switchback.core.port.Database;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Lets another thread end the command that is under way: while it waits, between two migrations, or in a statement. */
final class Stopping {

    /** What databases say of a statement that was canceled on request. */
    static final String SQL_STATE = "57014";

    private final Database database;
    private @Nullable Thread runner;
    private boolean working;
    private boolean requested;

    Stopping(Database database) {
        this.database = database;
    }

    /** A command begins to wait for its turn. */
    synchronized void enter() {
        runner = Thread.currentThread();
        working = false;
    }

    /** Its turn has come; from now on an interruption would not end it cleanly. */
    synchronized void begin() {
        working = true;
    }

    /** The command is over. */
    synchronized void leave() {
        runner = null;
    }

    /**
     * Asks the command to end.
     *
     * @return whether there is one
     */
    boolean request() {
        synchronized (this) {
            if (runner == null) {
                return false;
            }
            requested = true;
            if (!working) {
                runner.interrupt();
                return true;
            }
        }
        database.cancel();
        return true;
    }

    synchronized boolean isRequested() {
        return requested;
    }

    /** Between two statements: ends the migration like a failed one, so that its transaction is rolled back. */
    void check() throws SQLException {
        if (isRequested()) {
            throw new SQLException("stopped on request", SQL_STATE);
        }
    }
}
