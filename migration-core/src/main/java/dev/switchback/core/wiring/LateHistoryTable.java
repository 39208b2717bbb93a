package dev.switchback.core.wiring;

import dagger.Lazy;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.Engine;
import java.sql.Connection;
import java.sql.SQLException;

/** The history table as the engine names it, which is opened with the database that asks. */
record LateHistoryTable(Lazy<Engine> engine) implements Database.Work<String> {

    @Override
    public String on(Connection connection) throws SQLException {
        return engine.get().store().table(connection);
    }
}
