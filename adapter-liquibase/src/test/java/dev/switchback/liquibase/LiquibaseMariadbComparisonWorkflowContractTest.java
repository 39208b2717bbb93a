package dev.switchback.liquibase;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.MariadbDatabase;

final class LiquibaseMariadbComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    LiquibaseMariadbComparisonWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new MariadbDatabase());
    }
}
