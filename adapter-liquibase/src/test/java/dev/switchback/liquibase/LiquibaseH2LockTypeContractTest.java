package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockTypeContract;

final class LiquibaseH2LockTypeContractTest extends LockTypeContract {
    LiquibaseH2LockTypeContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
