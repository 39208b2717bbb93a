package dev.switchback.liquibase;

import dev.switchback.api.model.LockHolder;
import dev.switchback.core.port.EngineLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * H2: an update of the row that is never committed. A plain Liquibase, which can only be in the same process or come
 * through its server, reads the row as it was, and gives up when it may not write it within H2's lock timeout. Where there is no connection for that, the row is written.
 *
 * @param row the row
 */
record OpenUpdate(LockRow row) implements EngineLock.Place {

    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;

    @Override
    public Optional<LockHolder> holder(Connection keeper) throws SQLException {
        return row.holder(keeper);
    }

    @Override
    public boolean tryTake(Connection keeper, boolean shared, String name) throws SQLException {
        if (shared) {
            return new WrittenRow(row).tryTake(keeper, true, name);
        }
        row.ensure(keeper);
        keeper.setAutoCommit(false);
        boolean taken = false;
        try {
            taken = LockRow.update(keeper, row.clear() + " WHERE " + row.free()) == 1;
        } catch (SQLException e) {
            if (e.getErrorCode() != LOCK_TIMEOUT && e.getErrorCode() != CONCURRENT_UPDATE) {
                throw e;
            }
        } finally {
            if (!taken) {
                rollBack(keeper);
            }
        }
        return taken;
    }

    @Override
    public void release(Connection keeper, boolean shared) throws SQLException {
        rollBack(keeper);
        row.clean(keeper, shared);
    }

    private static void rollBack(Connection keeper) throws SQLException {
        if (!keeper.getAutoCommit()) {
            keeper.rollback();
            keeper.setAutoCommit(true);
        }
    }
}
