package dev.switchback.liquibase;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbLockTypeContractTest extends LockTypeContract {
    LiquibaseMariadbLockTypeContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
