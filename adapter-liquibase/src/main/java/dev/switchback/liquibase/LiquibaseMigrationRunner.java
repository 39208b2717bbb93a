package dev.switchback.liquibase;

import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationRunner;
import dev.switchback.core.port.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions. */
final class LiquibaseMigrationRunner implements MigrationRunner {

    private final HistoryTable table;
    private final EngineContext context;

    LiquibaseMigrationRunner(HistoryTable table, EngineContext context) {
        this.table = table;
        this.context = context;
    }

    @Override
    public MigrationSession begin(Connection connection) throws SQLException {
        return LiquibaseMigrationSession.open(connection, table, context);
    }
}
