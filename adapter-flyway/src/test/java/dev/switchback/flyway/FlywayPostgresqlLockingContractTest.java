package dev.switchback.flyway;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlLockingContractTest extends LockingContract {
    FlywayPostgresqlLockingContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
