package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.RunnerFailureContract;

final class LiquibaseH2RunnerFailureContractTest extends RunnerFailureContract {
    LiquibaseH2RunnerFailureContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
