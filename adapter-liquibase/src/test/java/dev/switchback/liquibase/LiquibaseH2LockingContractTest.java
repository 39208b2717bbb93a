package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.LockingContract;

final class LiquibaseH2LockingContractTest extends LockingContract {
    LiquibaseH2LockingContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
