package dev.switchback.flyway;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    FlywayMariadbComparisonWorkflowContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
