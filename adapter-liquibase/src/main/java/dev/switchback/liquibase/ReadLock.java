package dev.switchback.liquibase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * MariaDB and MySQL: {@code LOCK TABLES … READ}, which ends with the session. A plain Liquibase can read the row, and
 * waits when it wants to write it. Who may not lock tables locks the row in a transaction instead; then a plain Liquibase
 * waits for {@code innodb_lock_wait_timeout} and gives up. A session that does the work as well can do neither, and writes
 * the row.
 *
 * @param row the row
 */
record ReadLock(LockRow row) implements EngineLock.Place {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int LOCK_NOWAIT = 3572;
    private static final int DATABASE_ACCESS_DENIED = 1044;
    private static final int TABLE_ACCESS_DENIED = 1142;

    @Override
    public Optional<LockHolder> holder(Connection keeper) throws SQLException {
        return row.holder(keeper);
    }

    @Override
    public boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException {
        if (shared) {
            return new WrittenRow(row).tryTake(keeper, true, name);
        }
        if (row.isTaken(keeper)) {
            return false;
        }
        LockRow.update(
                keeper,
                "SET @switchback_wait = @@SESSION.lock_wait_timeout, @switchback_row_wait ="
                        + " @@SESSION.innodb_lock_wait_timeout, SESSION lock_wait_timeout = 1,"
                        + " SESSION innodb_lock_wait_timeout = 1");
        try {
            return take(keeper);
        } finally {
            LockRow.update(
                    keeper,
                    "SET SESSION lock_wait_timeout = @switchback_wait,"
                            + " SESSION innodb_lock_wait_timeout = @switchback_row_wait");
        }
    }

    private boolean take(Connection keeper) throws SQLException {
        try {
            boolean taken = lockTable(keeper) ? row.isTaken(keeper) : row.isTaken(keeper, " FOR UPDATE");
            if (taken) {
                unlock(keeper);
            }
            return !taken;
        } catch (SQLException e) {
            unlock(keeper);
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT || e.getErrorCode() == LOCK_NOWAIT) {
                return false;
            }
            throw e;
        }
    }

    /** Begins a transaction if that is not allowed. */
    private boolean lockTable(Connection keeper) throws SQLException {
        try {
            LockRow.update(keeper, "LOCK TABLES " + row.table().sql() + " READ");
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != DATABASE_ACCESS_DENIED && e.getErrorCode() != TABLE_ACCESS_DENIED) {
                throw e;
            }
            LockRow.update(keeper, "START TRANSACTION");
            return false;
        }
    }

    @Override
    public void release(Connection keeper, boolean shared) throws SQLException {
        unlock(keeper);
        row.clean(keeper, shared);
    }

    private static void unlock(Connection keeper) throws SQLException {
        LockRow.update(keeper, "UNLOCK TABLES");
        LockRow.update(keeper, "ROLLBACK");
    }
}
