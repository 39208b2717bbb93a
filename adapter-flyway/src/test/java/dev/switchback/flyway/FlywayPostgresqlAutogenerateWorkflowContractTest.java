package dev.switchback.flyway;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    FlywayPostgresqlAutogenerateWorkflowContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
