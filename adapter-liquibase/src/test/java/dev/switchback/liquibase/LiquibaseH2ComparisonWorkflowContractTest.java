package dev.switchback.liquibase;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.H2Database;

final class LiquibaseH2ComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    LiquibaseH2ComparisonWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new H2Database());
    }
}
