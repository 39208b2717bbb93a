package dev.switchback.flyway;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.PostgresqlDatabase;

final class FlywayPostgresqlComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    FlywayPostgresqlComparisonWorkflowContractTest() {
        super(new FlywayEngineProvider(), new PostgresqlDatabase());
    }
}
