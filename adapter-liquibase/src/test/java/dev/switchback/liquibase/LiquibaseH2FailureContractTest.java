package dev.switchback.liquibase;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2FailureContractTest extends FailureContract {
    LiquibaseH2FailureContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
