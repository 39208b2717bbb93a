package dev.switchback.liquibase;

import dev.switchback.tck.FailureContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlFailureContractTest extends FailureContract {
    LiquibasePostgresqlFailureContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
