package dev.switchback.liquibase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * PostgreSQL: a lock on the table, in the transaction of our own lock. A plain Liquibase can read the row, and waits when
 * it wants to write it. Nothing is written, so that the transaction has neither a number nor a snapshot for which
 * {@code CREATE INDEX CONCURRENTLY}, a vacuum or a replication slot would wait.
 *
 * @param row the row
 */
record TableLock(LockRow row) implements EngineLock.Place {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String SAVEPOINT = "switchback_engine";

    @Override
    public Optional<LockHolder> holder(Connection keeper) throws SQLException {
        return row.holder(keeper);
    }

    @Override
    public boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException {
        if (row.isTaken(keeper)) {
            return false;
        }
        LockRow.update(keeper, "SAVEPOINT " + SAVEPOINT);
        boolean taken = lock(keeper) && !row.isTaken(keeper);
        if (!taken) {
            LockRow.update(keeper, "ROLLBACK TO SAVEPOINT " + SAVEPOINT);
        }
        LockRow.update(keeper, "RELEASE SAVEPOINT " + SAVEPOINT);
        return taken;
    }

    private boolean lock(Connection keeper) throws SQLException {
        try {
            LockRow.update(keeper, "LOCK TABLE " + row.table().sql() + " IN EXCLUSIVE MODE NOWAIT");
            return true;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void release(Connection keeper, boolean shared) {
        // the end of the transaction frees it
    }
}
