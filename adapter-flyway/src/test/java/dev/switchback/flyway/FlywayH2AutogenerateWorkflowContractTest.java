package dev.switchback.flyway;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.H2Database;

final class FlywayH2AutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    FlywayH2AutogenerateWorkflowContractTest() {
        super(new FlywayEngineProvider(), new H2Database());
    }
}
