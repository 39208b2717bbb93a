package dev.switchback.liquibase;

import dev.switchback.tck.PoolerContract;

final class LiquibasePoolerContractTest extends PoolerContract {
    LiquibasePoolerContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
