package dev.switchback.flyway;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    FlywaySqliteComparisonWorkflowContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
