package dev.switchback.liquibase;

import dev.switchback.tck.H2Database;
import dev.switchback.tck.MigrationRunnerContract;

final class LiquibaseH2MigrationRunnerContractTest extends MigrationRunnerContract {
    LiquibaseH2MigrationRunnerContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
