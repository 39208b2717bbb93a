package dev.switchback.flyway;

import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationRunner;
import dev.switchback.core.port.MigrationSession;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs scripts with Flyway's parser. It never calls {@code migrate()} for that, whose cost grows with the square. */
final class FlywayMigrationRunner implements MigrationRunner {

    private final EngineContext context;

    FlywayMigrationRunner(EngineContext context) {
        this.context = context;
    }

    @Override
    public MigrationSession begin(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        HistoryTable table = HistoryTable.of(connection, context);
        FlywaySilence silence = FlywaySilence.begin();
        try {
            FlywayScripts scripts = new FlywayScripts(
                    new FlywayLibrary(context).capture(connection, silence),
                    context.database(),
                    context.sender(),
                    connection);
            return new FlywayMigrationSession(connection, autoCommit, table, scripts, silence);
        } catch (SQLException | RuntimeException | Error e) {
            silence.close();
            throw e;
        }
    }
}
