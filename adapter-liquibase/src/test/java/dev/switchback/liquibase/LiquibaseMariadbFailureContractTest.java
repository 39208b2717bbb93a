package dev.switchback.liquibase;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbFailureContractTest extends FailureContract {
    LiquibaseMariadbFailureContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
