package dev.switchback.liquibase;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    LiquibasePostgresqlAutogenerateWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
