package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.IsolationContract;

final class LiquibaseH2IsolationContractTest extends IsolationContract {
    LiquibaseH2IsolationContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
