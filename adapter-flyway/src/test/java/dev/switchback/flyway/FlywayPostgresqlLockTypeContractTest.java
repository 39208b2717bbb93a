package dev.switchback.flyway;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlLockTypeContractTest extends LockTypeContract {
    FlywayPostgresqlLockTypeContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
