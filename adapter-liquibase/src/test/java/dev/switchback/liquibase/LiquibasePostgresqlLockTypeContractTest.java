package dev.switchback.liquibase;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlLockTypeContractTest extends LockTypeContract {
    LiquibasePostgresqlLockTypeContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
