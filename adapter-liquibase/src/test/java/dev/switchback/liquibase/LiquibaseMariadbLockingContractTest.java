package dev.switchback.liquibase;

import dev.switchback.tck.LockingContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbLockingContractTest extends LockingContract {
    LiquibaseMariadbLockingContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
