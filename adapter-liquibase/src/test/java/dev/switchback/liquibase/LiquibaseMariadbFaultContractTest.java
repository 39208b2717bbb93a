package dev.switchback.liquibase;

import dev.switchback.tck.FaultContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbFaultContractTest extends FaultContract {
    LiquibaseMariadbFaultContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
