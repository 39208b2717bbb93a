package dev.switchback.liquibase;

import dev.switchback.tck.ComparisonWorkflowContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteComparisonWorkflowContractTest extends ComparisonWorkflowContract {
    LiquibaseSqliteComparisonWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
