package dev.switchback.liquibase;

import dev.switchback.tck.PostgresqlDatabase;
import dev.switchback.tck.RunnerFailureContract;

final class LiquibasePostgresqlRunnerFailureContractTest extends RunnerFailureContract {
    LiquibasePostgresqlRunnerFailureContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
