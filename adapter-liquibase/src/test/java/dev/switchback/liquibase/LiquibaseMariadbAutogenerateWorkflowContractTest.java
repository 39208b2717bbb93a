package dev.switchback.liquibase;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    LiquibaseMariadbAutogenerateWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
