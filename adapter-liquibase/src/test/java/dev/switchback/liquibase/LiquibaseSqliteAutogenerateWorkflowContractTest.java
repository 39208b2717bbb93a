package dev.switchback.liquibase;

import dev.switchback.tck.AutogenerateWorkflowContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteAutogenerateWorkflowContractTest extends AutogenerateWorkflowContract {
    LiquibaseSqliteAutogenerateWorkflowContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
