package dev.switchback.liquibase;

import dev.switchback.tck.MariadbDatabase;
import dev.switchback.tck.MigrationRunnerContract;

final class LiquibaseMariadbMigrationRunnerContractTest extends MigrationRunnerContract {
    LiquibaseMariadbMigrationRunnerContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
