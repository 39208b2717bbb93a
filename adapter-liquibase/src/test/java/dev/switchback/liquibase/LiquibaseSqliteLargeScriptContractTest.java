package dev.switchback.liquibase;

import dev.switchback.tck.LargeScriptContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteLargeScriptContractTest extends LargeScriptContract {
    LiquibaseSqliteLargeScriptContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
