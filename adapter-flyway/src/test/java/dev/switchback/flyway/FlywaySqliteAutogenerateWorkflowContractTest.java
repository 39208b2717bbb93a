package dev.switchback.flyway;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.SqliteDatabase;

final class FlywaySqliteAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    FlywaySqliteAutogenerateWorkflowContractTest() {
        super(new FlywayEngineProvider(), new SqliteDatabase());
    }
}
