package dev.switchback.liquibase;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.PostgresqlDatabase;

final class LiquibasePostgresqlComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    LiquibasePostgresqlComparisonWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new PostgresqlDatabase());
    }
}
