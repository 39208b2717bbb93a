package dev.switchback.liquibase;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbIsolationContractTest extends IsolationContract {
    LiquibaseMariadbIsolationContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
