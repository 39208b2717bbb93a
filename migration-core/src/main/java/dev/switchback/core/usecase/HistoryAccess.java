package dev.switchback.core.usecase;

import dev.switchback.core.port.Database;
import dev.switchback.core.port.HistoryRight;
import dev.switchback.core.port.SchemaVersionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** What can be recorded is asked before anything is written, the engine's own lock included. */
record HistoryAccess(Database database, SchemaVersionStore store) {

    /** The rights on the history table if it is there, and else the right to make it. */
    void require(Connection connection, Set<HistoryRight> rights) throws SQLException {
        boolean exists = database.look(connection, c -> {
            if (store.exists(c)) {
                database.requireRights(c, rights);
                return true;
            }
            return false;
        });
        if (!exists) {
            database.requireCreation(connection);
        }
    }
}
