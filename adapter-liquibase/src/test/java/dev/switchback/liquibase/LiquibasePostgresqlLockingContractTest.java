package dev.switchback.liquibase;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlLockingContractTest extends LockingContract {
    LiquibasePostgresqlLockingContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
