package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.RunnerFailureContract;

final class LiquibaseMariadbRunnerFailureContractTest extends RunnerFailureContract {
    LiquibaseMariadbRunnerFailureContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
