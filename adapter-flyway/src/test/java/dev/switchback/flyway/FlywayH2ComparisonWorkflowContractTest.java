package dev.switchback.flyway;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.H2Database;

final class FlywayH2ComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    FlywayH2ComparisonWorkflowContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
