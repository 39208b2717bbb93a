package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.PoolOfOneContract;

final class LiquibaseH2PoolOfOneContractTest extends PoolOfOneContract {
    LiquibaseH2PoolOfOneContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
