package dev.switchback.liquibase;

import dev.switchback.tck.LockTypeContract;
import dev.switchback.tck.SqliteDatabase;

final class LiquibaseSqliteLockTypeContractTest extends LockTypeContract {
    LiquibaseSqliteLockTypeContractTest() {
        super(new LiquibaseEngineProvider(), new SqliteDatabase());
    }
}
