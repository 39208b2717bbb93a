package dev.switchback.liquibase;

import dev.switchback.tck.IsolationContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlIsolationContractTest extends IsolationContract {
    LiquibasePostgresqlIsolationContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
