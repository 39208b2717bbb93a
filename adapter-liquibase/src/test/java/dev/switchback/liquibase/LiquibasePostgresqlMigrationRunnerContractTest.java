package dev.switchback.liquibase;

import dev.switchback.tck.MigrationRunnerContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlMigrationRunnerContractTest extends MigrationRunnerContract {
    LiquibasePostgresqlMigrationRunnerContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
