package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.core.port.MigrationLock;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MigrationLockContract;
import dev.switchback.tck.PostgresqlDatabase;
import java.sql.SQLException;
import java.time.Duration;

final class PostgresqlMigrationLockContractTest extends MigrationLockContract {
    PostgresqlMigrationLockContractTest() {
        super(new PostgresqlDatabase());
    }

    @Override
    protected MigrationLock lock(FreshDatabase database) throws SQLException {
        return MigrationLocks.of(new UrlConnections(DatabaseUrl.parse(database.url()), Duration.ofSeconds(5)));
    }
}
