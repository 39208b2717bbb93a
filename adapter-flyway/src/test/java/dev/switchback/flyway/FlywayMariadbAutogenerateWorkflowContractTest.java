package dev.switchback.flyway;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.MariadbDatabase;

final class FlywayMariadbAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    FlywayMariadbAutogenerateWorkflowContractTest() {
        super(new FlywayEngineProvider(), new MariadbDatabase());
    }
}
