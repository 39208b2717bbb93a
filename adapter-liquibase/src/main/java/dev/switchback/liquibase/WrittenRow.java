package dev.switchback.liquibase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * SQLite, which has one writer for the whole file: whatever were held in a transaction would shut us out too. So the row
 * is written, with our name in it; what a killed run has left is known by that name, and taken over by the next one.
 *
 * @param row the row
 */
record WrittenRow(LockRow row) implements EngineLock.Place {

    /** SQLITE_BUSY; no server has an error of this number. */
    private static final int BUSY = 5;

    /** The next run clears the row too, but until then plain Liquibase would wait for us. */
    private static final int MILLIS_TO_RELEASE = 5_000;

    @Override
    public Optional<LockHolder> holder(Connection keeper) throws SQLException {
        return row.holder(keeper);
    }

    @Override
    public boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException {
        try {
            return take(keeper, name);
        } catch (SQLException e) {
            if (e.getErrorCode() == BUSY) {
                // somebody writes into the file, and that ends
                return false;
            }
            throw e;
        }
    }

    private boolean take(Connection keeper, String name) throws SQLException {
        row.ensure(keeper);
        String sql = "UPDATE " + row.table().sql() + " SET LOCKED = " + row.yes() + ", LOCKEDBY = '"
                + name.replace("'", "''") + "', LOCKGRANTED = CURRENT_TIMESTAMP WHERE " + row.free();
        return LockRow.update(keeper, sql) == 1;
    }

    /** Not for as long as a run waits: whoever has the file kept it from going on, and may keep it much longer. */
    @Override
    public void release(Connection keeper, boolean shared) throws SQLException {
        int usual = busyTimeout(keeper);
        waitAtMost(keeper, Math.min(usual, MILLIS_TO_RELEASE));
        try {
            row.clean(keeper, true);
        } finally {
            waitAtMost(keeper, usual);
        }
    }

    private static int busyTimeout(Connection keeper) throws SQLException {
        try (Statement statement = keeper.createStatement();
                ResultSet timeout = statement.executeQuery("PRAGMA busy_timeout")) {
            return timeout.getInt(1);
        }
    }

    private static void waitAtMost(Connection keeper, int millis) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + millis);
        }
    }
}
