package dev.switchback.liquibase;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2FaultContractTest extends FaultContract {
    LiquibaseH2FaultContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
