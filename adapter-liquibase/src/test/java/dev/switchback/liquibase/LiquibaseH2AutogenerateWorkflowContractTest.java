package dev.switchback.liquibase;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2AutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    LiquibaseH2AutogenerateWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
